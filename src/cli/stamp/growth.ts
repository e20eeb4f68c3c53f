import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { listNames } from './snapshot.js';

/** A folder in which a build is about to create another, and the names that were in it before. */
export interface Growth {
  readonly folder: string;
  /** The name of the folder to come. */
  readonly added: string;
  readonly names: readonly string[];
}

/**
 * Notes what is in the folder to which the first missing folder of a path will be added; undefined where none is missing,
 * or nobody may look.
 *
 * @param path of a folder that the build creates where it is missing, absolute
 */
export function expectGrowth(path: string): Growth | undefined {
  if (existsSync(path)) return undefined;
  const parent = dirname(path);
  if (!existsSync(parent)) return expectGrowth(parent);
  try {
    return { folder: parent, added: basename(path), names: listNames(parent) };
  } catch {
    return undefined; // a file stands there, or it cannot be read: whoever creates the folder says so
  }
}

/** True where nothing has happened in a folder besides that what was expected may have come. */
export function grewAsExpected(folder: string, names: readonly string[], expected: readonly Growth[]): boolean {
  const own = expected.filter((growth) => growth.folder === folder);
  const before = own[0]?.names;
  if (before === undefined) return false;
  const added = new Set(own.map((growth) => `${growth.added}/`));
  const rest = names.filter((name) => !added.has(name));
  return rest.length === before.length && rest.every((name, index) => name === before[index]);
}
