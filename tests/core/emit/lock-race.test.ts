import { readdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { acquireLock, lockName } from '../../../src/core/emit/lock.js';
import type * as LockChain from '../../../src/core/emit/lock-chain.js';
import { createLockOwner, printLockOwner } from '../../../src/core/emit/lock-owner.js';
import { catchFailure } from './catch-failure.js';
import { createTemporaryFolder, writeTree } from './temporary-folder.js';

/** What another build does between the moment in which this one reads the lock and the one in which it claims it. */
const other = vi.hoisted(() => ({ meanwhile: undefined as (() => void) | undefined }));

vi.mock('../../../src/core/emit/lock-chain.js', async (importOriginal) => {
  const original = await importOriginal<typeof LockChain>();
  const readLockChain = (root: string): LockChain.LockChain => {
    const chain = original.readLockChain(root);
    const step = other.meanwhile;
    other.meanwhile = undefined;
    step?.();
    return chain;
  };
  return { ...original, readLockChain };
});

const dead = { ...createLockOwner(), started: '1', token: 'dead-build' };

test('an heir to a lock that was inherited and released meanwhile has to start again', async () => {
  const folder = createTemporaryFolder();
  writeTree(folder, { [lockName]: printLockOwner(dead) });
  other.meanwhile = () => unlinkSync(join(folder, lockName));
  const lock = await acquireLock(folder, 0);
  expect(readdirSync(folder)).toEqual([lockName]);
  expect((await catchFailure(() => acquireLock(folder, 0))).message).toContain('another build holds');
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

test('of two heirs the slower one waits', async () => {
  const folder = createTemporaryFolder();
  const heir = { ...createLockOwner(), token: 'faster-heir' };
  writeTree(folder, { [lockName]: printLockOwner(dead) });
  other.meanwhile = () => writeTree(folder, { [`${lockName}.dead-build`]: printLockOwner(heir) });
  const failure = await catchFailure(() => acquireLock(folder, 0));
  expect(failure.message).toContain(`another build holds ${join(folder, lockName)}`);
  expect(readdirSync(folder)).toEqual([lockName, `${lockName}.dead-build`]);
});
