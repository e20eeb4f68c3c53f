import { join, sep } from 'node:path';
import { Failure } from '../../core/model/failure.js';
import { attempt } from '../attempt.js';
import type { Host } from '../host.js';
import { Interrupted, watchInterruption, type Interruption } from '../interruption.js';
import type { CommonOptions } from '../options/common.js';
import { nothing, type Outcome } from '../outcome.js';
import { count, printList } from '../print-list.js';
import { relativePath } from '../relative-path.js';
import { SourceWatch } from './source-watch.js';

/** Work that is done again after each change. */
export interface Work {
  /** Does it once. The outcome says what it read. */
  once(): Promise<Outcome>;
  /**
   * The folders in which every source counts besides, absolute.
   *
   * @param isComplete false where the work failed, perhaps before anybody knew what it reads
   */
  folders(isComplete: boolean): readonly string[];
}

/**
 * Does work again after each change of what it read, until the user ends it.
 *
 * @returns the first outcome, which the others follow
 * @throws Failure where the outcomes are for programs, which read one document
 */
export async function watching(work: Work, { format }: CommonOptions, host: Host): Promise<Outcome> {
  if (format !== 'text') {
    throw new Failure(`--watch prints for people, and not as ${format}`, { next: 'leave out --format, or --watch' });
  }
  const watch = new SourceWatch();
  let read: readonly string[] = [];
  const run = async (): Promise<Outcome> => {
    watch.begin();
    const { result, faults, signal } = await attempt(() => work.once());
    const { again: _again, ...outcome } = result ?? { ...nothing, faults, signal };
    read = (outcome.read ?? read).filter((file) => !isInstalled(file, host));
    const isComplete = outcome.read !== undefined && outcome.faults.length === 0;
    watch.watch(read, work.folders(isComplete));
    if (outcome.signal !== undefined) return outcome;
    const interruption = watchInterruption(host.events);
    interruption.hearSignals(); // from the moment on that it says how to end it
    return { ...outcome, summary: `${outcome.summary}${invitation}`, following: () => change(interruption) };
  };
  const change = async (interruption: Interruption): Promise<Outcome> => {
    try {
      const changed = await interruption.wait(watch.next());
      return { ...nothing, summary: describe(changed, host.cwd), following: run };
    } catch (error) {
      watch.stop();
      if (error instanceof Interrupted) return { ...nothing, signal: error.signal };
      throw error;
    } finally {
      interruption.stop();
    }
  };
  return run();
}

/** Packages, and dashpack itself, are replaced by who installs them. */
function isInstalled(file: string, { home }: Host): boolean {
  return file.includes(`${sep}node_modules${sep}`) || file.startsWith(join(home, 'dist') + sep);
}

const invitation = '\nwatching; Ctrl-C ends it\n';

function describe(changed: readonly string[], cwd: string): string {
  const names = changed.map((path) => relativePath(cwd, path));
  const [first = ''] = names;
  if (names.length === 1) return `\n${first} changed\n`;
  return `\n${count(names.length, 'file')} changed:\n${printList(names, '  ').join('\n')}\n`;
}
