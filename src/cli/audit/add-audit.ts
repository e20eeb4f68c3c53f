import { Option, type Command } from 'commander';

/** Adds the command `audit` to the command line; the caller says what happens when it is given. */
export function addAudit(program: Command): Command {
  return program
    .command('audit')
    .description('Ask every query of every panel, variable, annotation and rule of live servers: data, empty, and why.')
    .addOption(several('--prometheus <role=url>', 'a server for a role or a datasource; an address alone: for all'))
    .option('--grafana <url>', "a Grafana, whose datasources are asked through its proxy where --prometheus doesn't")
    .option('--fetch', 'audit the dashboards that Grafana has, rather than those of the packs')
    .addOption(several('--file <path>', 'audit dashboards and rules in this file or folder, rather than the packs'))
    .addOption(several('--dashboard <uid>', 'only this dashboard; can be given several times'))
    .option('--window <duration>', 'the time that is asked, such as 6h (default: what each dashboard opens with)')
    .option('--timeout <duration>', 'how long one answer may take', '30s')
    .option('--concurrency <number>', 'how many questions one server gets at a time', '4')
    .addOption(several('--bearer <place>', 'where a bearer token is: env:NAME or file:PATH, after ROLE= of several'))
    .addOption(several('--basic <place>', 'where user:password is: env:NAME or file:PATH'))
    .addOption(several('--header <place>', 'a header and where its value is: X-Api-Key:env:NAME'))
    .addOption(several('--org-id <tenant>', 'the tenant, sent as X-Scope-OrgID'));
}

/** An option that can be given several times. */
function several(flags: string, description: string): Option {
  return new Option(flags, description)
    .argParser((value: string, before: readonly string[]) => [...before, value])
    .default([], 'none');
}

/** Command lines, for the help. */
export const auditExamples: readonly string[] = [
  'audit --prometheus LOCAL=http://127.0.0.1:9092 --prometheus AI_LIVE=http://127.0.0.1:9094',
  'audit --grafana http://127.0.0.1:3000 --bearer env:GRAFANA_TOKEN --fetch',
  'audit --prometheus http://127.0.0.1:9090 --file dashboards/ --window 1h',
];
