import {
  copyFileSync,
  constants,
  linkSync,
  mkdirSync,
  readdirSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Failure } from '../model/failure.js';
import { errorCode, fileSystemFailure } from './file-system-failure.js';
import { findLockLink, readLockChain, readLockLink, type LockLink } from './lock-chain.js';
import { createLockOwner, printLockOwner, type LockOwner } from './lock-owner.js';

/** The right to write below one output folder. */
export interface Lock {
  /**
   * Removes the lock, and the folders that were created for it and are empty. Never throws: the next build recovers
   * what cannot be removed.
   */
  release(): void;
}

/** The lock's file name in the output folder. */
export const lockName = '.dashpack.lock';

const pollMs = 50;

/**
 * Takes the exclusive lock of an output folder, `<out>/.dashpack.lock`, creating the folder where it is missing. The
 * lock of a build that was killed is taken over; that of a living one is waited for.
 *
 * @param waitMs How long to wait for another build, in milliseconds.
 * @throws Failure that names the process where another build still holds the lock after that time, or the path where
 *   the folder cannot be written.
 */
export async function acquireLock(out: string, waitMs: number): Promise<Lock> {
  const root = join(out, lockName);
  const owner = createLockOwner();
  const created = createFolder(out);
  for (let waited = 0; ; waited += pollMs) {
    let chain = readLockChain(root);
    while (chain.holder === undefined) {
      const links = claim(root, chain.next, owner);
      if (links !== undefined) {
        sweep(root, links);
        return { release: () => release(out, created, links) };
      }
      chain = readLockChain(root);
    }
    if (waited >= waitMs) throw held(root, chain.holder);
    await pause(pollMs);
  }
}

/** Creates the folder; returns the outermost one that was missing, or undefined. */
function createFolder(out: string): string | undefined {
  try {
    return mkdirSync(out, { recursive: true });
  } catch (error) {
    throw fileSystemFailure(error, 'create the folder', out);
  }
}

/** Creates the file whole, so that nobody ever reads half an owner; undefined where somebody else was faster. */
function claim(root: string, path: string, owner: LockOwner): readonly LockLink[] | undefined {
  const draft = `${root}.${owner.token}.tmp`;
  try {
    createFolder(dirname(root));
    writeFileSync(draft, printLockOwner(owner));
    linkOrCopy(draft, path);
  } catch (error) {
    // ENOENT: another build removed the empty folder that it had created.
    if (errorCode(error) === 'EEXIST' || errorCode(error) === 'ENOENT') return undefined;
    throw fileSystemFailure(error, 'write the lock', path);
  } finally {
    remove(draft);
  }
  const links = findLockLink(root, owner.token);
  // The chain was released meanwhile: the file is an heir to nothing.
  if (links === undefined) remove(path);
  return links;
}

/** Both fail where the target exists; some file systems (FAT, some network shares) have no links. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(errorCode(error) ?? '')) throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}

/** Removes what killed builds left beside the lock: drafts, and links that no chain leads to. */
function sweep(root: string, links: readonly LockLink[]): void {
  const kept = new Set(links.map((link) => link.path));
  try {
    for (const name of readdirSync(dirname(root))) {
      const path = join(dirname(root), name);
      if (!name.startsWith(`${basename(root)}.`) || kept.has(path)) continue;
      if (readLockLink(path)?.isAlive === false) remove(path);
    }
  } catch {
    // They are in nobody's way.
  }
}

/** The root goes first: then no chain leads to the others, and nobody can become heir to them. */
function release(out: string, created: string | undefined, links: readonly LockLink[]): void {
  for (const link of links) {
    if (isStill(link)) remove(link.path);
  }
  if (created === undefined) return;
  try {
    let folder = resolve(out);
    for (; folder !== resolve(created); folder = dirname(folder)) rmdirSync(folder);
    rmdirSync(folder);
  } catch {
    // Not empty: it is in use.
  }
}

/** Somebody may have deleted the lock by hand, and another build may have it now. */
function isStill(link: LockLink): boolean {
  try {
    return readLockLink(link.path)?.id === link.id;
  } catch {
    return false;
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // What cannot be removed is recovered by the next build.
  }
}

function held(root: string, holder: LockLink): Failure {
  const { owner } = holder;
  if (owner === undefined) {
    return new Failure(`${root} is a lock without an owner, written a moment ago`, {
      next: 'run build again in a few seconds',
    });
  }
  return new Failure(`another build holds ${root}: process ${owner.pid} on ${owner.host}`, {
    next: `wait for it, or end it (kill ${owner.pid}), and run build again; if no build is running, delete ${root}`,
  });
}
