import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { errorCode, fileSystemFailure } from './file-system-failure.js';
import { isOwnerAlive, parseLockOwner, type LockOwner } from './lock-owner.js';

/** One lock file as it was read. */
export interface LockLink {
  readonly path: string;
  /** The owner's token; for a file without a readable owner, what tells it from every other such file. */
  readonly id: string;
  /** Undefined where the file is empty or broken. */
  readonly owner: LockOwner | undefined;
  readonly isAlive: boolean;
}

/** The lock files in order of succession, and who holds the lock. */
export interface LockChain {
  readonly links: readonly LockLink[];
  /** The last link where its owner is alive; undefined where the lock is free to take. */
  readonly holder: LockLink | undefined;
  /** The file that the next owner must create, exclusively. */
  readonly next: string;
}

/** An owner is written together with its file, so a broken file is a crash's remains, or somebody's hand in the act. */
const graceMs = 5000;

/**
 * Reads who holds a lock. A lock whose owner is dead is not replaced but *succeeded*: its heir is the one process that
 * manages to create `<lock>.<token of the dead>`, and if that one dies too, it has an heir of its own. Every step is
 * one exclusive creation under a name that never comes back, so no two processes can both take over.
 *
 * @param root The path of the lock file.
 * @throws Failure where a file cannot be read.
 */
export function readLockChain(root: string): LockChain {
  const links: LockLink[] = [];
  for (let path = root; ;) {
    const link = readLockLink(path);
    if (link === undefined) return { links, holder: undefined, next: path };
    links.push(link);
    path = `${root}.${link.id}`;
    if (link.isAlive) return { links, holder: link, next: path };
  }
}

/** The links that lead from the lock file to the one with this token; undefined where none does. */
export function findLockLink(root: string, token: string): readonly LockLink[] | undefined {
  const links: LockLink[] = [];
  for (let path = root; ;) {
    const link = readLockLink(path);
    if (link === undefined) return undefined;
    links.push(link);
    if (link.id === token) return links;
    path = `${root}.${link.id}`;
  }
}

/**
 * Reads one lock file; undefined where there is none.
 *
 * @throws Failure where it cannot be read.
 */
export function readLockLink(path: string): LockLink | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const owner = parseLockOwner(readFileSync(file, 'utf8'));
    if (owner !== undefined) return { path, id: owner.token, owner, isAlive: isOwnerAlive(owner) };
    const { ino, mtimeNs, mtimeMs } = fstatSync(file, { bigint: true });
    return { path, id: `${ino}-${mtimeNs}`, owner, isAlive: Math.abs(Date.now() - Number(mtimeMs)) < graceMs };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw fileSystemFailure(error, 'read the lock', path);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
