import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTransaction, type WriteSummary } from '../../../src/core/emit/transaction.js';
import { build } from './build.js';
import { catchFailure } from './catch-failure.js';
import { createGeneration, expectedTree, pack } from './generations.js';
import { mount } from './mount.js';
import { bundleChild } from './run-child.js';
import { createTemporaryFolder, readTree, writeTree } from './temporary-folder.js';

const buildOnce = bundleChild('build-once');

/** What `build-once` prints. */
interface Outcome {
  readonly summary?: WriteSummary;
  readonly failure?: { readonly message: string; readonly next: string };
}

async function runBuild(...[values, options]: Parameters<typeof buildOnce>): Promise<Outcome> {
  const { stdout, stderr } = await buildOnce(values, options).end;
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Outcome;
}

const few = createGeneration('A', 3, 40);

test.each<[name: string, out: string, message: string]>([
  ['the output folder is a file', 'file', 'cannot create the folder OUT: something else stands in the way (EEXIST)'],
  [
    'the output folder is below a file',
    'file/out',
    'cannot create the folder OUT: a file stands where a folder is needed (ENOTDIR)',
  ],
  [
    'the pack’s folder is a file',
    'taken',
    `cannot read the manifest OUT/${pack}/manifest.json: a file stands where a folder is needed (ENOTDIR)`,
  ],
])('%s', async (_name, name, message) => {
  const folder = createTemporaryFolder();
  writeTree(folder, { file: 'mine', [`taken/${pack}`]: 'mine' });
  const before = readTree(folder);
  const out = join(folder, name);
  const failure = await catchFailure(() => build(out, few));
  expect(failure.message).toBe(message.replace('OUT', out));
  expect(failure).toMatchObject({ exitCode: 2, next: expect.stringMatching(/--out$/) });
  expect(readTree(folder)).toEqual(before);
});

test('a rename that fails half-way says what is new and what is old, and the next build completes it', async () => {
  const out = createTemporaryFolder();
  const old = { a: '1', b: '1', c: '1', gone: '1' };
  const artifacts = (text: string, paths: readonly string[]) => paths.map((path) => ({ path, text }));
  await build(out, artifacts('1', Object.keys(old)));
  const transaction = await openTransaction({ out });
  for (const artifact of artifacts('2', ['a', 'b', 'c', 'd'])) await transaction.stage(pack, artifact);
  rmSync(join(out, pack, 'b'));
  writeTree(join(out, pack), { 'b/mine': 'x' });

  const failure = await catchFailure(() => transaction.commit());
  const at = (path: string): string => join(out, pack, path);
  expect(failure.message).toBe(
    `cannot replace ${at('b')}: a folder stands where a file is needed (EISDIR)\n  new (1): ${at('a')}\n` +
      `  as before (3): ${at('b')}, ${at('c')}, ${at('d')}`,
  );
  expect(failure.next).toBe(
    'move that folder away and run build again; another build completes the change, and no file is half written',
  );
  const { [`${pack}/manifest.json`]: manifest, ...rest } = readTree(out);
  expect(rest).toEqual({ [`${pack}/a`]: '2', [`${pack}/b/mine`]: 'x', [`${pack}/c`]: '1', [`${pack}/gone`]: '1' });
  expect(JSON.parse(manifest ?? '')).toMatchObject({ files: ['a', 'b', 'c', 'd', 'gone'] });

  rmSync(at('b'), { recursive: true });
  await build(out, artifacts('2', ['a', 'b', 'c', 'd']));
  expect(readTree(out)).toEqual(expectedTree(artifacts('2', ['a', 'b', 'c', 'd'])));
});

test('a failure before the first rename says that no file was changed', async () => {
  const out = createTemporaryFolder();
  const transaction = await openTransaction({ out });
  await transaction.stage(pack, { path: 'a', text: '1' });
  writeTree(out, { [`${pack}/manifest.json/mine`]: '' });
  const failure = await catchFailure(() => transaction.commit());
  expect(failure.message).toMatch(/^cannot replace .*manifest\.json: a folder stands .*\. No file was changed$/);
  expect(readTree(out)).toEqual({ [`${pack}/manifest.json/mine`]: '' });
});

test('a full disk loses nothing', async (context) => {
  const out = createTemporaryFolder();
  const reason = mount(out, '-t', 'tmpfs', '-o', 'size=160k', 'tmpfs');
  if (reason !== undefined) return context.skip(reason);
  // 8 × 12 KiB fit once, and not twice.
  await build(out, createGeneration('A', 8, 16_000));
  const before = readTree(out);
  const failure = await catchFailure(() => build(out, createGeneration('B', 8, 16_000)));
  expect(failure.message).toMatch(/^cannot write .*\/\.dashpack\/\d\.tmp: the disk is full \(ENOSPC\)$/);
  expect(failure.next).toContain('df -h');
  expect(readTree(out)).toEqual(before);
  await build(out, createGeneration('B', 3, 16_000));
  expect(readTree(out)).toEqual(expectedTree(createGeneration('B', 3, 16_000)));
});

test('a disk that is full from the start is named at the lock', async (context) => {
  const out = createTemporaryFolder();
  const reason = mount(out, '-t', 'tmpfs', '-o', 'size=64k,nr_inodes=1', 'tmpfs');
  if (reason !== undefined) return context.skip(reason);
  const failure = await catchFailure(() => build(out, few));
  expect(failure.message).toMatch(/^cannot write the lock .*\.dashpack\.lock: the disk is full \(ENOSPC\)$/);
});

test('a file that may not grow (ulimit -f) loses nothing', async () => {
  const out = createTemporaryFolder();
  await build(out, createGeneration('A', 4));
  const before = readTree(out);
  // 512-byte or 1024-byte blocks, as the shell has it: 64 KiB are too much in both.
  const { failure } = await runBuild([out, 'B', 4, 64_000], { limit: 'ulimit -f 16' });
  expect(failure?.message).toMatch(
    /^cannot write .*\/\.dashpack\/1\.tmp: the file is larger than this process may write \(EFBIG\)$/,
  );
  expect(failure?.next).toContain('ulimit -f');
  expect(readTree(out)).toEqual(before);
});

test('a read-only file system is a failure that says so', async (context) => {
  const out = createTemporaryFolder();
  await build(out, few);
  const before = readTree(out);
  const reason = mount(out, '--bind', out) ?? mount(out, '-o', 'remount,ro,bind');
  if (reason !== undefined) return context.skip(reason);
  const failure = await catchFailure(() => build(out, createGeneration('B', 3, 40)));
  expect(failure.message).toBe(
    `cannot write the lock ${join(out, '.dashpack.lock')}: the file system is read-only (EROFS)`,
  );
  expect(readTree(out)).toEqual(before);
});

test.each<[name: string, locked: string, message: string]>([
  ['output folder', '', 'cannot write the lock OUT/.dashpack.lock'],
  ['pack’s folder', pack, `cannot create the folder OUT/${pack}/.dashpack`],
  [
    'folder of an artifact',
    `${pack}/grafana/dashboards/both`,
    `cannot replace OUT/${pack}/grafana/dashboards/both/1.json`,
  ],
])('an unwritable %s is a failure that names the path', async (_name, locked, message) => {
  const parent = createTemporaryFolder();
  const out = join(parent, 'out');
  await build(out, few);
  chmodSync(parent, 0o755);
  // Root may write everywhere, so the build runs as nobody, who owns all folders but the locked one.
  const isRoot = process.getuid?.() === 0;
  const nobody = 65_534;
  if (isRoot) await giveAllTo(out, nobody);
  chmodSync(join(out, locked), 0o555);
  const before = readTree(out);
  const { failure } = await runBuild([out, 'B', 3, 40], isRoot ? { uid: nobody } : {});
  chmodSync(join(out, locked), 0o755);
  expect(failure?.message).toContain(`${message.replace('OUT', out)}: permission denied (EACCES)`);
  expect(failure?.next).toContain('ls -ld');
  const { [`${pack}/manifest.json`]: _old, ...files } = before;
  expect(readTree(out)).toMatchObject(files);
  expect(Object.keys(readTree(out))).toEqual(Object.keys(before));
  await build(out, createGeneration('B', 3, 40));
  expect(readTree(out)).toEqual(expectedTree(createGeneration('B', 3, 40)));
});

async function giveAllTo(folder: string, uid: number): Promise<void> {
  const { chownSync, readdirSync } = await import('node:fs');
  chownSync(folder, uid, uid);
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    chownSync(join(folder, path), uid, uid);
}

test('a folder that may not be listed counts as a stranger', async () => {
  const parent = createTemporaryFolder();
  const out = join(parent, 'out');
  mkdirSync(join(out, pack, 'private'), { recursive: true });
  chmodSync(parent, 0o755);
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    await giveAllTo(out, 65_534);
  }
  chmodSync(join(out, pack, 'private'), 0o000);
  const { summary } = await runBuild([out, 'A', 3, 40], isRoot ? { uid: 65_534 } : {});
  chmodSync(join(out, pack, 'private'), 0o755);
  expect(summary?.packs).toMatchObject([{ strangers: ['private/'] }]);
});
