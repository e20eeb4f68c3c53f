import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The files of folders as they were at one moment: by the folder, the state of each by its name. */
export type Look = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Files that a configuration, or what is linted, can be made of: an editor's own files beside them do not count. */
const sources = /\.(?:[cm]?[jt]sx?|json|ya?ml)$/i;

/**
 * Looks at the sources in folders, and at the names of the folders in them; a folder that is not there has none.
 *
 * @param folders absolute
 * @param files others whose changes count, whatever their names end in; absolute, in those folders
 */
export function lookAt(folders: Iterable<string>, files: ReadonlySet<string> = new Set()): Look {
  return new Map([...folders].map((folder) => [folder, lookInto(folder, files)]));
}

/** The files and folders that are not as they were, absolute, in order: of folders that were looked at before. */
export function changedSince(before: Look, now: Look): readonly string[] {
  const changed = [...before].flatMap(([folder, was]) => {
    const is = now.get(folder) ?? new Map<string, string>();
    const names = new Set([...was.keys(), ...is.keys()]);
    return [...names].filter((name) => was.get(name) !== is.get(name)).map((name) => join(folder, name));
  });
  return changed.sort();
}

function lookInto(folder: string, files: ReadonlySet<string>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const name of namesIn(folder)) {
    const path = join(folder, name);
    const isSource = sources.test(name) || files.has(path);
    if (!isSource && name.includes('.')) continue;
    if (name === 'node_modules') continue;
    const state = stateOf(path, isSource);
    if (state !== undefined) found.set(name, state);
  }
  return found;
}

/** A file that is written in place keeps its inode, one that is renamed onto another has a new one: both show. */
function stateOf(path: string, isSource: boolean): string | undefined {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (stats?.isDirectory() === true) return 'folder';
  if (stats === undefined || !isSource) return undefined;
  return `${stats.ino}:${stats.size}:${stats.mtimeNs}:${stats.ctimeNs}`;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
