import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

/** The state of one file when it was checked. */
interface Stamp {
  readonly size: number;
  readonly changed: number;
  /** Of the content. Absent for installed packages, which nobody edits: their size and time must be the same. */
  readonly hash?: string;
}

/** A successful type check: of these files, in this state, under these settings. */
interface Verdict {
  readonly settings: string;
  readonly files: Readonly<Record<string, Stamp>>;
}

/** File systems count time in steps of a few milliseconds. */
const timeStep = 10;

/**
 * The files that a successful type check has seen, where all of them have the same content now; undefined where
 * anything is different, or nothing is known.
 *
 * @param settings everything besides the files on which the verdict depends
 */
export function readVerdict(path: string, settings: string): ReadonlySet<string> | undefined {
  try {
    const verdict = JSON.parse(readFileSync(path, 'utf8')) as Verdict;
    if (verdict.settings !== settings) return undefined;
    const files = Object.entries(verdict.files);
    return files.every(([file, stamp]) => isSame(file, stamp)) ? new Set(Object.keys(verdict.files)) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Remembers a success; a cache that cannot be written is not a failure. A file that has changed since the check began
 * may not be what was checked: then nothing is remembered.
 *
 * @param began when the check began, in milliseconds since 1970
 */
export function writeVerdict(path: string, settings: string, files: readonly string[], began: number): void {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    const stamps = files.map((file): [string, Stamp] => [file, stampOf(file)]);
    if (stamps.some(([, { changed }]) => changed > began - timeStep)) return;
    writeFileSync(draft, JSON.stringify({ settings, files: Object.fromEntries(stamps) } satisfies Verdict));
    renameSync(draft, path);
  } catch {
    rmSync(draft, { force: true });
  }
}

/** The time of the last change to a file's inode cannot be set back, so an equal one is proof enough; otherwise the content decides. */
function isSame(file: string, stamp: Stamp): boolean {
  const { size, ctimeMs } = statSync(file);
  if (size !== stamp.size) return false;
  return ctimeMs === stamp.changed || (stamp.hash !== undefined && hashOf(file) === stamp.hash);
}

function stampOf(file: string): Stamp {
  const { size, ctimeMs } = statSync(file);
  return { size, changed: ctimeMs, ...(/[\\/]node_modules[\\/]/.test(file) ? {} : { hash: hashOf(file) }) };
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
