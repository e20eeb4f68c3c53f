import { faultsOf } from './attempt.js';
import type { Fault } from './fault.js';
import type { Host } from './host.js';
import type { CommonOptions } from './options/common.js';
import { nothing, type Outcome } from './outcome.js';
import { parseArguments } from './parse-arguments.js';
import { printOutcome } from './print-outcome.js';
import { readManifest } from './config/manifest.js';

/**
 * Runs dashpack: parses the arguments, runs the command, prints what came of it and returns the exit code.
 *
 * @param argv without the program
 */
export async function main(argv: readonly string[], host: Host): Promise<number> {
  for (const stream of [host.stdout, host.stderr]) stream.on('error', ignoreClosedPipe);
  const { version } = readManifest(host.home);
  let options = guessOptions(argv);
  try {
    const parsed = parseArguments(argv, version);
    if ('text' in parsed) {
      host.stdout.write(parsed.text);
      return 0;
    }
    ({ options } = parsed.invocation);
    let outcome = await parsed.invocation.run(host);
    let code = printOutcome(outcome, options, version, host);
    while (outcome.following !== undefined) {
      outcome = await outcome.following();
      code = printOutcome(outcome, options, version, host);
    }
    if (code === 0 && outcome.again !== undefined) await stamp(argv, host, outcome.again, options, version);
    return code;
  } catch (error) {
    return printOutcome({ ...nothing, faults: explain(error, host) }, options, version, host);
  }
}

/** Leaves a stamp with what the same command line prints where nothing changes. */
async function stamp(
  argv: readonly string[],
  host: Host,
  { outcome, build }: NonNullable<Outcome['again']>,
  options: CommonOptions,
  version: string,
): Promise<void> {
  let text = '';
  const write = (part: string): void => void (text += part);
  printOutcome(outcome, options, version, { ...host, stdout: { on: () => undefined, write } });
  const { stampBuild } = await import('./stamp/stamp-build.js');
  stampBuild(argv, host, text, build);
}

function explain(error: unknown, host: Host): readonly Fault[] {
  try {
    return faultsOf(error);
  } catch {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const [reason = ''] = stack.split('\n');
    const shown = host.env['DASHPACK_DEBUG'] === undefined ? reason : stack;
    const next = 'run again with DASHPACK_DEBUG=1, and report what it prints with your configuration';
    return [{ message: `dashpack itself failed: ${shown}`, next, exitCode: 3 }];
  }
}

/** A reader that has seen enough, such as `head`, closes the pipe. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** The options about printing that the arguments contain, where they are too wrong to be parsed. */
function guessOptions(argv: readonly string[]): CommonOptions {
  const format = /(?:^|\s)--format[\s=](json|github|sarif|markdown)\b/.exec(argv.join(' '))?.[1] ?? 'text';
  return { format: format as CommonOptions['format'], color: false, pack: [] };
}
