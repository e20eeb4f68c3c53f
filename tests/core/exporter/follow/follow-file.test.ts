import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { execFileSync } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';
import { followFile, type Follower, type FollowOptions } from '../../../../src/core/exporter/follow/follow-file.js';

interface Setup {
  readonly folder: string;
  readonly path: string;
  readonly lines: string[];
  readonly follower: Follower;
  /** Looks at the file, so many seconds later than now. */
  readonly poll: (later?: number) => Promise<void>;
}

function setUp(options: Partial<FollowOptions> = {}): Setup {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dashpack-follow-')));
  const path = join(folder, 'events.jsonl');
  const lines: string[] = [];
  const sink = { line: (text: string) => void lines.push(text), tooLong: () => void lines.push('too long') };
  const follower = followFile({ path, from: 'start', sink, ...options });
  onTestFinished(async () => {
    await follower.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { folder, path, lines, follower, poll: (later = 0) => follower.poll(() => Date.now() / 1000 + later) };
}

test('what is there at the start is read, and then what is appended', async () => {
  const { path, lines, poll } = setUp();
  writeFileSync(path, '{"n":1}\n{"n":2}\n{"n"');
  await poll();
  await poll();
  appendFileSync(path, ':3}\n');
  await poll();
  expect(lines).toEqual(['{"n":1}', '{"n":2}', '{"n":3}']);
});

test('from the end, only what is appended is read; another file in its place is read whole', async () => {
  const { path, lines, poll } = setUp({ from: 'end' });
  writeFileSync(path, '{"n":1}\n');
  await poll();
  appendFileSync(path, '{"n":2}\n');
  await poll();
  renameSync(path, `${path}.1`);
  writeFileSync(path, '{"n":3}\n');
  await poll();
  expect(lines).toEqual(['{"n":2}', '{"n":3}']);
});

test('a missing file, a folder and a pipe are named, and no obstacle to what comes after', async () => {
  const { path, lines, poll, follower } = setUp();
  const problems: (string | undefined)[] = [];
  const look = async (): Promise<void> => {
    await poll();
    problems.push(follower.state().problem);
  };
  await look();
  mkdirSync(path);
  await look();
  rmSync(path, { recursive: true });
  execFileSync('mkfifo', [path]);
  await look();
  unlinkSync(path);
  writeFileSync(path, '{"n":1}\n');
  await look();
  expect(problems).toEqual(['there is no such file', 'it is a folder', 'it is not a regular file', undefined]);
  expect(lines).toEqual(['{"n":1}']);
});

test.skipIf(process.getuid?.() === 0)('a file that may not be read is named', async () => {
  const { path, poll, follower } = setUp();
  writeFileSync(path, '{"n":1}\n');
  chmodSync(path, 0);
  await poll();
  expect(follower.state().problem).toBe('it cannot be read (EACCES)');
});

test('a file that was renamed is read to its end first, and what its writer still writes as well', async () => {
  const { path, lines, poll } = setUp();
  writeFileSync(path, '{"n":1}\n');
  await poll();
  appendFileSync(path, '{"n":2}\n{"n":');
  renameSync(path, `${path}.1`);
  writeFileSync(path, '{"n":4}\n');
  await poll();
  appendFileSync(`${path}.1`, '3}\n');
  await poll(5);
  appendFileSync(`${path}.1`, '{"n":5}\n');
  await poll(14);
  expect(lines).toEqual(['{"n":1}', '{"n":2}', '{"n":4}', '{"n":3}', '{"n":5}']);
});

test('a last line without an end counts when its file has been quiet for a while', async () => {
  const { path, lines, poll } = setUp();
  writeFileSync(path, '{"n":1}');
  await poll();
  renameSync(path, `${path}.1`);
  await poll(100);
  expect(lines).toEqual([]); // nobody writes elsewhere yet: it may go on
  writeFileSync(path, '{"n":2}\n');
  await poll(101);
  expect(lines).toEqual(['{"n":2}']);
  await poll(112);
  expect(lines).toEqual(['{"n":2}', '{"n":1}']);
});

test('a file that was removed is read to its end', async () => {
  const { path, lines, poll } = setUp();
  writeFileSync(path, '{"n":1}\n');
  await poll();
  appendFileSync(path, '{"n":2}\n');
  unlinkSync(path);
  await poll();
  writeFileSync(path, '{"n":3}\n');
  await poll();
  expect(lines).toEqual(['{"n":1}', '{"n":2}', '{"n":3}']);
});

test('a file that comes back under its name is not read again', async () => {
  const { path, lines, poll } = setUp();
  writeFileSync(path, '{"n":1}\n');
  await poll();
  renameSync(path, `${path}.1`);
  writeFileSync(path, '{"n":2}\n');
  await poll();
  renameSync(`${path}.1`, path);
  appendFileSync(path, '{"n":3}\n');
  await poll();
  expect(lines).toEqual(['{"n":1}', '{"n":2}', '{"n":3}']);
});

test('a link that points elsewhere is a rotation', async () => {
  const { folder, path, lines, poll, follower } = setUp();
  writeFileSync(join(folder, 'a'), '{"n":1}\n');
  writeFileSync(join(folder, 'b'), '{"n":2}\n');
  symlinkSync('a', path);
  await poll();
  unlinkSync(path);
  symlinkSync('b', path);
  await poll();
  expect({ lines, rotations: follower.state().rotations }).toEqual({ lines: ['{"n":1}', '{"n":2}'], rotations: 1 });
});

test('a file that is shortened begins anew', async () => {
  const { path, lines, poll, follower } = setUp();
  writeFileSync(path, '{"n":1}\n{"n":2}\n');
  await poll();
  truncateSync(path);
  appendFileSync(path, '{"n":3}\n');
  await poll();
  expect({ lines, truncations: follower.state().truncations }).toEqual({
    lines: ['{"n":1}', '{"n":2}', '{"n":3}'],
    truncations: 1,
  });
});

test('shortened and longer than before when it is looked at again: other bytes stand before the place', async () => {
  const { path, lines, poll } = setUp();
  writeFileSync(path, '{"n":1}\n');
  await poll();
  truncateSync(path);
  appendFileSync(path, '{"n":2}\n{"n":3}\n');
  await poll();
  expect(lines).toEqual(['{"n":1}', '{"n":2}', '{"n":3}']);
});

test('copied and shortened: what was not read yet is read from the copy', async () => {
  const { path, lines, poll } = setUp();
  writeFileSync(path, '{"n":1}\n');
  writeFileSync(`${path}.2`, '{"n":0}\n{"n":0}\n');
  await poll();
  appendFileSync(path, '{"n":2}\n{"n":');
  copyFileSync(path, `${path}.1`);
  truncateSync(path);
  appendFileSync(path, '3}\n{"n":4}\n');
  await poll();
  expect(lines).toEqual(['{"n":1}', '{"n":2}', '{"n":3}', '{"n":4}']);
});

test('a file that was read itself is not taken for a copy, though it begins alike and was changed last', async () => {
  const { path, lines, poll } = setUp();
  writeFileSync(path, '{"n":1}\n');
  await poll();
  renameSync(path, `${path}.1`);
  writeFileSync(path, '{"n":1}\n');
  await poll();
  appendFileSync(path, '{"n":2}\n');
  copyFileSync(path, `${path}.2`);
  truncateSync(path);
  appendFileSync(path, '{"n":3}\n{"n":4}\n{"n":5}\n');
  appendFileSync(`${path}.1`, '{"n":6}\n');
  utimesSync(`${path}.1`, 2e9, 2e9);
  await poll();
  expect(lines.toSorted()).toEqual([1, 1, 2, 3, 4, 5, 6].map((n) => `{"n":${n}}`));
});

test('a half line that was given up costs the first line after the truncation nothing', async () => {
  const { path, lines, poll } = setUp();
  writeFileSync(path, '{"n":1}\n{"n":');
  await poll();
  truncateSync(path);
  appendFileSync(path, '{"n":2}\n');
  await poll();
  expect(lines).toEqual(['{"n":1}', '{"n":', '{"n":2}']);
});

test('shortened under a writer that does not append: the hole is skipped', async () => {
  const { path, lines, poll, follower } = setUp();
  writeFileSync(path, '{"n":1}\n');
  await poll();
  truncateSync(path);
  truncateSync(path, 8);
  appendFileSync(path, '{"n":2}\n');
  await poll();
  expect({ lines, truncations: follower.state().truncations }).toEqual({
    lines: ['{"n":1}', '{"n":2}'],
    truncations: 1,
  });
});

test('what was there at the start is caught up when it is read, or gone', async () => {
  const { path, poll, follower } = setUp();
  expect(follower.state().caughtUp).toBe(false);
  writeFileSync(path, '{"n":1}\n'.repeat(100_000));
  const before: boolean[] = [];
  const polling = poll();
  while (before.at(-1) !== true) {
    before.push(follower.state().caughtUp);
    await setImmediate();
  }
  await polling;
  expect(before[0]).toBe(false);
  expect(follower.state()).toMatchObject({ caughtUp: true, lines: 100_000, unread: 0 });
});

test('what the reader of the lines throws is thrown on', async () => {
  const { path, poll } = setUp({
    sink: {
      line: () => {
        throw new TypeError('a mistake');
      },
      tooLong: () => undefined,
    },
  });
  writeFileSync(path, '{"n":1}\n');
  await expect(poll()).rejects.toThrow('a mistake');
});
