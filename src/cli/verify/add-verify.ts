import type { Command } from 'commander';

/** Adds the command `verify` to the command line; the caller says what happens when it is given. */
export function addVerify(program: Command): Command {
  const command = program
    .command('verify')
    .description('Check the generated files, and where a Grafana or a Prometheus answers, that it has and shows them.')
    .option('--out <folder>', 'where the generated files are (default: generated, beside the configuration)')
    .option('--no-type-check', 'do not check the types; the summary says so')
    .option('--no-live', 'ask no server')
    .option('--warm-up <duration>', 'how long what is empty at first is waited for', '60s')
    .option('--evidence <folder>', 'write a file for each check, a summary and the required series');
  return addServers(command);
}

/** Adds the options that say where servers are and how to sign in. */
export function addServers(command: Command): Command {
  const several = (value: string, before: readonly string[]): readonly string[] => [...before, value];
  return command
    .option('--prometheus <role=url>', 'the server of a role (default: where its datasource is)', several, [])
    .option('--grafana <url>', 'the Grafana (default: http://127.0.0.1:3000, or the port of a stack)')
    .option('--timeout <duration>', 'how long one answer may take', '10s')
    .option('--concurrency <number>', 'how many questions one server gets at a time', '4')
    .option('--bearer <place>', 'where a bearer token is: grafana=env:NAME or ROLE=file:PATH', several, [])
    .option('--basic <place>', 'where user:password is: grafana=env:NAME or ROLE=file:PATH', several, [])
    .option('--header <place>', 'a header and where its value is: ROLE=X-Api-Key:env:NAME', several, [])
    .option('--org-id <tenant>', 'the tenant, sent as X-Scope-OrgID: ROLE=tenant', several, []);
}

/** Command lines, for the help. */
export const verifyExamples: readonly string[] = [
  'verify',
  'verify --strict --basic grafana=env:GRAFANA_AUTH --evidence evidence/today',
  'verify --pack peak-trade --prometheus AI_LIVE=http://127.0.0.1:9094 --warm-up 2m',
];
