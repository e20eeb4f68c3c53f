import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { acquireLock, lockName } from '../../../src/core/emit/lock.js';
import { createLockOwner, printLockOwner, type LockOwner } from '../../../src/core/emit/lock-owner.js';
import { catchFailure } from './catch-failure.js';
import { bundleChild } from './run-child.js';
import { createTemporaryFolder, writeTree } from './temporary-folder.js';

const contend = bundleChild('contend');

/** Only Linux tells when a process started, and whether it is dead and only listed. */
const isLinux = process.platform === 'linux';

/** A process id that no process has any more. */
async function findDeadPid(): Promise<number> {
  const child = spawn('true');
  await once(child, 'close');
  return child.pid as number;
}

function writeLock(folder: string, owner: Partial<LockOwner>): void {
  writeTree(folder, { [lockName]: printLockOwner({ ...createLockOwner(), ...owner }) });
}

test('is one file that names the process, and nothing is left of it afterwards', async () => {
  const folder = createTemporaryFolder();
  const lock = await acquireLock(folder, 0);
  expect(readdirSync(folder)).toEqual([lockName]);
  const { pid, host, token } = JSON.parse(readFileSync(join(folder, lockName), 'utf8')) as LockOwner;
  expect({ pid, host }).toEqual({ pid: process.pid, host: hostname() });
  expect(token).toMatch(/^\w+-\w+$/);
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

test('creates missing folders, and removes them where they are still empty', async () => {
  const folder = createTemporaryFolder();
  (await acquireLock(join(folder, 'a/b/c'), 0)).release();
  expect(readdirSync(folder)).toEqual([]);
  const lock = await acquireLock(join(folder, 'a/b/c'), 0);
  writeTree(folder, { 'a/b/kept.txt': '' });
  lock.release();
  expect(readdirSync(join(folder, 'a/b'))).toEqual(['kept.txt']);
});

test('waits for a living build, and says which process it waited for in vain', async () => {
  const folder = createTemporaryFolder();
  const first = await acquireLock(folder, 0);
  const before = readdirSync(folder);
  const failure = await catchFailure(() => acquireLock(folder, 200));
  expect(failure).toMatchObject({
    message: `another build holds ${join(folder, lockName)}: process ${process.pid} on ${hostname()}`,
    exitCode: 2,
  });
  expect(failure.next).toContain(`kill ${process.pid}`);
  expect(readdirSync(folder)).toEqual(before);
  const second = acquireLock(folder, 10_000);
  await pause(120);
  first.release();
  (await second).release();
  expect(readdirSync(folder)).toEqual([]);
});

test('is taken over from a process that is gone', async () => {
  const folder = createTemporaryFolder();
  writeLock(folder, { pid: await findDeadPid(), started: '' });
  const lock = await acquireLock(folder, 0);
  await catchFailure(() => acquireLock(folder, 0));
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

test('is taken over through a row of heirs that are all gone', async () => {
  const folder = createTemporaryFolder();
  const pid = await findDeadPid();
  writeLock(folder, { pid, token: 'first-token' });
  const heir = { ...createLockOwner(), pid };
  writeTree(folder, {
    [`${lockName}.first-token`]: printLockOwner({ ...heir, token: 'second-token' }),
    [`${lockName}.second-token`]: printLockOwner({ ...heir, token: 'third-token' }),
    [`${lockName}.forgotten-token`]: printLockOwner({ ...heir, token: 'fourth-token' }),
  });
  const lock = await acquireLock(folder, 0);
  await catchFailure(() => acquireLock(folder, 0));
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

test.skipIf(!isLinux)('is taken over from a process whose id another one has now', async () => {
  const folder = createTemporaryFolder();
  writeLock(folder, { pid: process.pid, started: '1' });
  (await acquireLock(folder, 0)).release();
  expect(readdirSync(folder)).toEqual([]);
});

test.skipIf(!isLinux)('is taken over from a process that is dead and not buried', async () => {
  const folder = createTemporaryFolder();
  const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 60']);
  onTestFinished(() => void parent.kill('SIGKILL'));
  const [pid] = (await once(parent.stdout, 'data')) as [Buffer];
  await pause(200);
  writeLock(folder, { pid: Number(pid.toString()), started: '' });
  (await acquireLock(folder, 0)).release();
  expect(readdirSync(folder)).toEqual([]);
});

test('is not taken over from another machine, whose processes cannot be seen', async () => {
  const folder = createTemporaryFolder();
  writeLock(folder, { pid: await findDeadPid(), host: 'elsewhere' });
  const failure = await catchFailure(() => acquireLock(folder, 0));
  expect(failure.message).toMatch(/process \d+ on elsewhere$/);
  expect(failure.next).toContain(`delete ${join(folder, lockName)}`);
});

test.each(['', '{"pid":', '{"pid":"x"}', 'null'])(
  'without an owner (%j) it is taken over when it is old',
  async (text) => {
    const folder = createTemporaryFolder();
    const file = join(folder, lockName);
    writeFileSync(file, text);
    expect((await catchFailure(() => acquireLock(folder, 0))).message).toBe(
      `${file} is a lock without an owner, written a moment ago`,
    );
    const old = Date.now() / 1000 - 6;
    utimesSync(file, old, old);
    (await acquireLock(folder, 0)).release();
    expect(readdirSync(folder)).toEqual([]);
  },
);

test('somebody else’s lock is never deleted', async () => {
  const folder = createTemporaryFolder();
  const lock = await acquireLock(folder, 0);
  unlinkSync(join(folder, lockName));
  writeLock(folder, {});
  const text = readFileSync(join(folder, lockName), 'utf8');
  lock.release();
  expect(readFileSync(join(folder, lockName), 'utf8')).toBe(text);
});

test('a folder under its name is a failure that names it', async () => {
  const folder = createTemporaryFolder();
  mkdirSync(join(folder, lockName));
  const failure = await catchFailure(() => acquireLock(folder, 0));
  expect(failure.message).toBe(
    `cannot read the lock ${join(folder, lockName)}: a folder stands where a file is needed (EISDIR)`,
  );
});

test('no two processes hold it at once, while holders die with it', { timeout: 120_000 }, async () => {
  const folder = createTemporaryFolder();
  const ends = [];
  for (let wave = 0; wave < 6; wave += 1) {
    // Five start together; three of them die inside, each in its own round, and four heirs race for what they leave.
    const children = [0, 1, 2, 9, 9].map((dieIn) => contend([folder, 9, dieIn]).end);
    ends.push(...(await Promise.all(children)));
  }
  expect(ends.map(({ stdout, stderr }) => stdout + stderr).join('')).toBe('');
  expect(ends.filter(({ code }) => code === 0)).toHaveLength(12);
  expect(ends.filter(({ signal }) => signal === 'SIGKILL')).toHaveLength(18);
  if (existsSync(join(folder, 'inside'))) unlinkSync(join(folder, 'inside'));
  (await acquireLock(folder, 0)).release();
  expect(readdirSync(folder)).toEqual([]);
});
