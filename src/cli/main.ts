import { faultsOf } from './attempt.js';
import type { Fault } from './fault.js';
import type { Host } from './host.js';
import type { CommonOptions } from './options/common.js';
import { nothing } from './outcome.js';
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
    return printOutcome(await parsed.invocation.run(host), options, version, host);
  } catch (error) {
    return printOutcome({ ...nothing, faults: explain(error, host) }, options, version, host);
  }
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

/** What the arguments say about printing, where they are too wrong to be parsed. */
function guessOptions(argv: readonly string[]): CommonOptions {
  const format = /(?:^|\s)--format[\s=](json|github|sarif)\b/.exec(argv.join(' '))?.[1] ?? 'text';
  return { format: format as CommonOptions['format'], color: false, pack: [] };
}
