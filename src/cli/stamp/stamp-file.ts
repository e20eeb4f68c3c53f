import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findAbove } from '../find-above.js';
import { isWithoutCache, type Host } from '../host.js';
import type { Snapshot } from './snapshot.js';

/** The text that a build would print once more, and what must be the same for that. */
export interface Stamp {
  /** As `describeCircumstances` says them. */
  readonly circumstances: string;
  /** The text that the build prints where nothing changed. */
  readonly text: string;
  readonly snapshot: Snapshot;
}

/** Where the stamp of a command line is; undefined where the caches are off, or have no place to be. */
export function findStampFile(argv: readonly string[], host: Host): string | undefined {
  if (isWithoutCache(host)) return undefined;
  const modules = findAbove(host.cwd, 'node_modules');
  const name = shortHash(JSON.stringify([host.cwd, argv]));
  return modules === undefined ? undefined : join(modules, '.cache', 'dashpack', `stamp-${name}.json`);
}

/** Reads a stamp; undefined where there is none, or it was made under other circumstances. */
export function readStamp(file: string, circumstances: string): Stamp | undefined {
  try {
    const stamp = JSON.parse(readFileSync(file, 'utf8')) as Stamp;
    return stamp.circumstances === circumstances ? stamp : undefined;
  } catch {
    return undefined;
  }
}

/** Creates the folder of a stamp, where that can be done. */
export function makeStampFolder(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch {
    // Then no stamp is written either.
  }
}

/** Writes a stamp, and removes those that were written longest ago. A cache that cannot be written is not a failure. */
export function writeStamp(file: string, stamp: Stamp): void {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, JSON.stringify(stamp));
    renameSync(draft, file);
    prune(dirname(file));
  } catch {
    removeFile(draft);
  }
}

/** Enough for the command lines of a project and its environments. */
const mostStamps = 24;

/** Each command line and each working folder has a stamp of its own, and a draft stays where a process is killed. */
function prune(folder: string): void {
  const stamps = readdirSync(folder).filter((name) => /^stamp-[0-9a-f]+\.json(?:\.\d+\.tmp)?$/.test(name));
  if (stamps.length <= mostStamps) return;
  const dated = stamps.map((name) => ({ name, written: statSync(join(folder, name)).mtimeMs }));
  const oldestFirst = dated.sort((left, right) => left.written - right.written);
  for (const { name } of oldestFirst.slice(0, -mostStamps)) removeFile(join(folder, name));
}

/** Removes a file that may not be there, or may not be removed. */
function removeFile(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // What cannot be written often cannot be removed either.
  }
}

/** FNV-1a, twice: it names a file whose content decides, and Node's own hashes take milliseconds to load. */
function shortHash(text: string): string {
  let [first, second] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < text.length; index += 1) {
    first = Math.imul(first ^ text.charCodeAt(index), 0x01000193);
    second = Math.imul(second ^ text.charCodeAt(index), 0x85ebca6b);
  }
  return [first, second].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
