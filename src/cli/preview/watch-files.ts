import { statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** In milliseconds: how soon a save is seen. */
const every = 150;

/**
 * Waits until one of some files is another than before: written, replaced by a rename, gone or there again. It looks at
 * them by their names, so that it sees every way in which editors save, on every file system.
 *
 * @param files absolute
 * @param signal ends the waiting
 * @returns false where it was ended
 */
export async function changed(files: readonly string[], signal: AbortSignal): Promise<boolean> {
  const before = files.map(stampOf);
  while (!signal.aborted) {
    try {
      await pause(every, undefined, { signal });
    } catch {
      return false;
    }
    if (files.some((file, index) => stampOf(file) !== before[index])) return true;
  }
  return false;
}

/** The mark that tells a file from the one that it was: another inode, size or time. */
function stampOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false, bigint: true });
  return found === undefined ? '' : `${found.ino} ${found.size} ${found.mtimeNs}`;
}
