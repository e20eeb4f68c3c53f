import { Command as Asked, CommanderError } from 'commander';
import { Failure } from '../core/model/failure.js';
import { nearest } from '../core/text/nearest.js';
import type { Command } from './command.js';
import { commands } from './commands/index.js';
import { examples, exitCodes, guide } from './help.js';
import type { Host } from './host.js';
import { commonOptions, type CommonOptions } from './options/common.js';
import type { Outcome } from './outcome.js';

/** One command, as it is asked for. */
export interface Invocation {
  readonly command: Command;
  readonly options: CommonOptions;
  run(host: Host): Promise<Outcome>;
}

/** The request that the arguments make: a command, or a text such as the help. */
export type Parsed = { readonly invocation: Invocation } | { readonly text: string };

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
    if (error.code === 'commander.help') throw noCommand();
    throw usageFailure(error, argv);
  }
  return invocation === undefined ? { text } : { invocation };
}

function createProgram(version: string, ask: (invocation: Invocation) => void): Asked {
  const program = new Asked('dashpack')
    .description('Typed TypeScript in, Grafana dashboards and provisioning out: the same bytes on every machine.')
    .usage('[options] <command>')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .version(version, '--version', 'show the version')
    .addHelpText(
      'after',
      examples(['build', 'check', 'lint dashboards/', 'explain peak_trade_orders_total']) + exitCodes,
    );
  for (const option of Object.values(commonOptions)) program.addOption(option);
  for (const command of commands) addCommand(program, command, ask);
  return program;
}

function addCommand(program: Asked, command: Command, ask: (invocation: Invocation) => void): void {
  const asked = program
    .command(command.name)
    .description(command.summary)
    .addHelpText('after', examples(command.examples) + guide(command.guide));
  for (const argument of command.arguments) asked.addArgument(argument);
  for (const option of Object.values(command.options)) asked.addOption(option);
  asked.action(() => {
    const options = asked.optsWithGlobals<CommonOptions>();
    assertFormat(command, options);
    ask({ command, options, run: (host) => command.run(asked, host) });
  });
}

function assertFormat({ name, formats }: Command, { format }: CommonOptions): void {
  if (formats.includes(format)) return;
  throw new Failure(`${name} has no findings to print as ${format}: use --format ${formats.join(' or ')}`, {
    next: `dashpack ${name} --help`,
  });
}

/** Says in our words what commander refuses. */
function usageFailure({ message }: CommanderError, argv: readonly string[]): Failure {
  const names = commands.map(({ name }) => name);
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

function noCommand(): Failure {
  const names = commands.map(({ name }) => name);
  return new Failure(`no command is given: there are ${names.join(', ')}`, { next: 'dashpack --help' });
}
