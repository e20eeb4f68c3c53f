import type { Host } from './host.js';
import { endEarly } from './stamp/end-early.js';

/**
 * Starts dashpack. A build that has nothing to do ends here, before anything else is loaded.
 *
 * @param argv without the program
 * @returns the exit code
 */
export async function start(argv: readonly string[], host: Host): Promise<number> {
  const text = argv.includes('build') ? await endEarly(argv, host) : undefined;
  if (text === undefined) return (await import('./main.js')).main(argv, host);
  host.stdout.on('error', ignoreClosedPipe);
  if (text !== '') host.stdout.write(text);
  return 0;
}

/** A reader that has seen enough, such as `head`, closes the pipe. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
