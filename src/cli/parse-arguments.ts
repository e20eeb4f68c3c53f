import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { Failure } from '../core/model/failure.js';
import type { Format } from '../core/report/report.js';
import { nearest } from '../core/text/nearest.js';
import { addAudit, auditExamples } from './audit/add-audit.js';
import type { AuditOptions } from './audit/options.js';
import type { ExplainOptions } from './commands/explain.js';
import { addDoctor, doctorExamples } from './doctor/add-doctor.js';
import type { DoctorOptions } from './doctor/options.js';
import { addExporter, exporterExamples } from './exporter/add-exporter.js';
import type { ExporterAction, ExporterOptions } from './exporter/options.js';
import type { LintOptions } from './commands/lint.js';
import { defaultConfig } from './config/find-config.js';
import type { Strictness } from './outcome.js';
import { addProve, proveExamples } from './prove/add-prove.js';
import type { ProveOptions } from './prove/options.js';
import type { BuildOptions } from './run-build.js';
import { addSimulate, simulateExamples } from './simulate/add-simulate.js';
import type { SimulateOptions } from './simulate/options.js';
import { addVerify, verifyExamples } from './verify/add-verify.js';
import type { VerifyOptions } from './verify/options.js';

/** What every command can be told. */
export interface GlobalOptions extends Partial<Strictness> {
  readonly format: Format;
  readonly color: boolean;
  readonly quiet?: boolean;
}

/** One command with its options. */
export type Invocation =
  | { readonly command: 'build' | 'check'; readonly options: GlobalOptions & BuildOptions }
  | { readonly command: 'lint'; readonly paths: readonly string[]; readonly options: GlobalOptions & LintOptions }
  | { readonly command: 'audit'; readonly options: GlobalOptions & AuditOptions }
  | { readonly command: 'prove'; readonly options: GlobalOptions & ProveOptions }
  | {
      readonly command: 'exporter';
      readonly name: string;
      readonly action: ExporterAction;
      readonly options: GlobalOptions & ExporterOptions;
    }
  | { readonly command: 'simulate'; readonly options: GlobalOptions & SimulateOptions }
  | { readonly command: 'verify'; readonly options: GlobalOptions & VerifyOptions }
  | { readonly command: 'doctor'; readonly options: GlobalOptions & DoctorOptions }
  | { readonly command: 'explain'; readonly subject: string; readonly options: GlobalOptions & ExplainOptions };

/** What the arguments ask for: a command, or a text such as the help. */
export type Parsed = { readonly invocation: Invocation } | { readonly text: string };

const formats: readonly Format[] = ['text', 'json', 'github', 'sarif'];

/**
 * Parses the command line.
 *
 * @throws Failure where it asks for what does not exist, with the nearest that does
 */
export function parseArguments(argv: readonly string[], version: string): Parsed {
  let invocation: Invocation | undefined;
  let text = '';
  const program = createProgram(version, (asked) => {
    invocation = asked;
  });
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .configureHelp({ showGlobalOptions: true })
      .configureOutput({
        writeOut: (part) => {
          text += part;
        },
        writeErr: () => undefined,
      });
  }
  try {
    program.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { text };
    if (error.code === 'commander.help') throw noCommand(program);
    throw usageFailure(error, argv, program);
  }
  return invocation === undefined ? { text } : { invocation };
}

function createProgram(version: string, ask: (invocation: Invocation) => void): Command {
  const program = new Command('dashpack')
    .description('Typed TypeScript in, Grafana dashboards and provisioning out: the same bytes on every machine.')
    .usage('[options] <command>')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .version(version, '--version', 'show the version')
    .option('--config <file>', `the configuration (default: ${defaultConfig} in the working folder)`)
    .addOption(
      new Option('--pack <name>', 'only this pack; can be given several times').argParser(collect).default([], 'all'),
    )
    .addOption(new Option('--format <format>', 'how to print what is found').choices(formats).default('text'))
    .addOption(
      new Option('--fail-on <severity>', 'the mildest finding that fails')
        .choices(['error', 'warning'])
        .default('error'),
    )
    .option('--strict', 'exit with 3 where a check was left out')
    .option('--no-color', 'no colours (so does the environment variable NO_COLOR)')
    .option('--quiet', 'print nothing on success')
    .addHelpText(
      'after',
      examples('build', 'check', 'lint dashboards/', 'explain peak_trade_orders_total') + exitCodes,
    );
  program
    .command('build')
    .description('Write what the configuration generates: only what changed, and nothing when anything is wrong.')
    .option('--out <folder>', 'where to write (default: generated, beside the configuration)')
    .option('--no-type-check', 'do not check the types; the summary says so')
    .addHelpText('after', examples('build', 'build --out /tmp/preview --pack peak-trade', 'build --format json'))
    .action((_options, command: Command) => ask({ command: 'build', options: command.optsWithGlobals() }));
  program
    .command('check')
    .description('Say what build would change, per dashboard and panel, and change nothing: for CI.')
    .option('--out <folder>', 'what to compare with (default: generated, beside the configuration)')
    .option('--no-type-check', 'do not check the types; the summary says so')
    .addHelpText('after', examples('check', 'check --format github', 'check --format sarif > dashpack.sarif'))
    .action((_options, command: Command) => ask({ command: 'check', options: command.optsWithGlobals() }));
  program
    .command('lint')
    .description('Find what is wrong: in the configured packs, or in dashboards and rule files that anybody wrote.')
    .argument('[paths...]', 'files or folders with dashboards (JSON, YAML) or Prometheus rules')
    .option('--catalog <file>', 'what metrics there are: a /metrics page, or the JSON of /api/v1/metadata')
    .addOption(
      new Option('--only <checks>', 'only these checks or groups, with commas')
        .argParser(collectNames)
        .default([], 'all'),
    )
    .addOption(
      new Option('--skip <checks>', 'all but these checks or groups').argParser(collectNames).default([], 'none'),
    )
    .addOption(
      new Option('--min-severity <severity>', 'the mildest finding that is shown')
        .choices(['note', 'warning', 'error'])
        .default('note'),
    )
    .option('--baseline <file>', 'findings that are known: they are not shown, and do not fail')
    .option('--update-baseline', 'write what is found now into the baseline')
    .option('--fix', 'make the changes that are certain, in JSON files')
    .addHelpText(
      'after',
      examples(
        'lint',
        'lint dashboards/ --fail-on warning',
        'lint dashboards/ --catalog metrics.txt --only promql',
        'lint dashboards/ --baseline lint-baseline.json --update-baseline',
      ),
    )
    .action((paths: readonly string[], _options, command: Command) =>
      ask({ command: 'lint', paths, options: command.optsWithGlobals() }),
    );
  program
    .command('explain')
    .description('Say where a metric comes from and who asks it, what a panel asks, or what a finding means.')
    .argument('<subject>', 'a metric, or one of its series; a rule; a panel, by title, key or id; the id of a finding')
    .option('--dashboard <uid>', 'only this dashboard')
    .addHelpText(
      'after',
      examples(
        'explain peak_trade_orders_total',
        "explain 'Reject reasons (5m)'",
        'explain promql/rate-on-gauge',
        'explain 1804289383 --dashboard operator-home --format json',
      ),
    )
    .action((subject: string, _options, command: Command) =>
      ask({ command: 'explain', subject, options: explainOptions(command.optsWithGlobals()) }),
    );
  addAudit(program)
    .addHelpText('after', examples(...auditExamples))
    .action((_options, command: Command) => ask({ command: 'audit', options: command.optsWithGlobals() }));
  addVerify(program)
    .addHelpText('after', examples(...verifyExamples))
    .action((_options, command: Command) => ask({ command: 'verify', options: command.optsWithGlobals() }));
  addDoctor(program)
    .addHelpText('after', examples(...doctorExamples))
    .action((_options, command: Command) => ask({ command: 'doctor', options: command.optsWithGlobals() }));
  addSimulate(program)
    .addHelpText('after', examples(...simulateExamples))
    .action((_options, command: Command) => ask({ command: 'simulate', options: command.optsWithGlobals() }));
  addProve(program)
    .addHelpText('after', examples(...proveExamples))
    .action((_options, command: Command) => ask({ command: 'prove', options: command.optsWithGlobals() }));
  addExporter(program)
    .addHelpText('after', examples(...exporterExamples))
    .action((name: string, action: ExporterAction, _options, command: Command) =>
      ask({ command: 'exporter', name, action, options: command.optsWithGlobals() }),
    );
  return program;
}

const exitCodes = `
Exit codes:
  0  nothing is wrong
  1  findings, or differences
  2  wrong usage or configuration
  3  something could not be checked
`;

function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  dashpack ${line}\n`).join('')}`;
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function collectNames(value: string, before: readonly string[]): readonly string[] {
  return [
    ...before,
    ...value
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ];
}

function explainOptions(options: GlobalOptions & ExplainOptions): GlobalOptions & ExplainOptions {
  if (options.format === 'text' || options.format === 'json') return options;
  throw new InvalidArgumentError(`explain has no findings to print as ${options.format}: use --format text or json`);
}

/** Says in our words what commander refuses. */
function usageFailure({ message }: CommanderError, argv: readonly string[], program: Command): Failure {
  const names = program.commands.map((command) => command.name());
  const command = argv.find((argument) => names.includes(argument));
  const [complaint = '', hint] = message.replace(/^error: /, '').split('\n(Did you mean ');
  const meant = hint?.replace(/^one of /, '').replace(/\?\)$/, '') ?? suggestCommand(complaint, names);
  return new Failure(`${complaint.replace(/\.$/, '')}${meant === undefined ? '' : `: did you mean ${meant}?`}`, {
    next: command === undefined ? 'dashpack --help' : `dashpack ${command} --help`,
  });
}

/** Commander looks for fewer letters that differ than people get wrong. */
function suggestCommand(complaint: string, names: readonly string[]): string | undefined {
  const name = /^unknown command '(.*)'$/.exec(complaint)?.[1];
  return name === undefined ? undefined : nearest(name, names);
}

function noCommand(program: Command): Failure {
  const names = program.commands.map((command) => command.name());
  return new Failure(`no command is given: there are ${names.join(', ')}`, { next: 'dashpack --help' });
}
