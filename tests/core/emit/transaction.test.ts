import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Artifact } from '../../../src/core/model/artifact.js';
import { printManifest } from '../../../src/core/emit/manifest.js';
import { openTransaction } from '../../../src/core/emit/transaction.js';
import { build } from './build.js';
import { catchFailure } from './catch-failure.js';
import { createTemporaryFolder, readTimes, readTree, writeTree } from './temporary-folder.js';

const folder = 'peak-trade';

function artifacts(files: Readonly<Record<string, string>>): readonly Artifact[] {
  return Object.entries(files).map(([path, text]) => ({ path, text }));
}

/** The tree of the pack with these files and their manifest. */
function tree(files: Readonly<Record<string, string>>, strangers: Readonly<Record<string, string>> = {}) {
  const all = { ...files, ...strangers, 'manifest.json': printManifest(Object.keys(files)) };
  return Object.fromEntries(Object.entries(all).map(([path, text]) => [`${folder}/${path}`, text]));
}

const files = { 'dash/a.json': 'a\n', 'dash/deep/er/b.json': 'b\n', 'c.yaml': 'ä 😀\n' };

describe('commit', () => {
  test('writes everything the first time, and leaves nothing else', async () => {
    const out = join(createTemporaryFolder(), 'some/generated');
    const summary = await build(out, artifacts(files));
    expect(readTree(out)).toEqual(tree(files));
    expect(summary).toEqual({
      packs: [{ pack: folder, written: Object.keys(files).sort(), unchanged: 0, deleted: [], strangers: [] }],
    });
  });

  test('touches nothing where nothing differs', async () => {
    const out = createTemporaryFolder();
    await build(out, artifacts(files));
    const times = readTimes(out);
    await pause(20);
    const summary = await build(out, artifacts(files));
    expect(readTimes(out)).toEqual(times);
    expect(summary.packs).toEqual([{ pack: folder, written: [], unchanged: 3, deleted: [], strangers: [] }]);
  });

  test('touches only the file that differs, not even the manifest', async () => {
    const out = createTemporaryFolder();
    await build(out, artifacts(files));
    const times = readTimes(out);
    await pause(20);
    const summary = await build(out, artifacts({ ...files, 'dash/a.json': 'A\n' }));
    const changed = Object.entries(readTimes(out)).filter(([path, time]) => times[path] !== time);
    // The folder `peak-trade` held the staging folder for a moment.
    expect(changed.map(([path]) => path)).toEqual([folder, `${folder}/dash`, `${folder}/dash/a.json`]);
    expect(summary.packs).toMatchObject([{ written: ['dash/a.json'], unchanged: 2, deleted: [] }]);
    expect(readTree(out)).toEqual(tree({ ...files, 'dash/a.json': 'A\n' }));
  });

  test('sees a change that keeps the length, at the start, at the end and beyond 64 KiB', async () => {
    const out = createTemporaryFolder();
    const text = 'x'.repeat(200_000);
    await build(out, artifacts({ a: text }));
    for (const place of [0, 65_535, 65_536, 131_072, 199_999]) {
      const changed = `${text.slice(0, place)}y${text.slice(place + 1)}`;
      expect((await build(out, artifacts({ a: changed }))).packs).toMatchObject([{ written: ['a'] }]);
      expect(readTree(out)).toEqual(tree({ a: changed }));
    }
  });

  test('deletes what it once wrote, and the folders that this emptied', async () => {
    const out = createTemporaryFolder();
    await build(out, artifacts(files));
    writeTree(join(out, folder), { 'dash/mine.txt': 'mine' });
    const summary = await build(out, artifacts({ 'c.yaml': files['c.yaml'] }));
    expect(readTree(out)).toEqual(tree({ 'c.yaml': files['c.yaml'] }, { 'dash/mine.txt': 'mine' }));
    expect(summary.packs).toEqual([
      {
        pack: folder,
        written: [],
        unchanged: 1,
        deleted: ['dash/a.json', 'dash/deep/er/b.json'],
        strangers: ['dash/mine.txt'],
      },
    ]);
  });

  test('deletes everything of a pack that has no artifact any more', async () => {
    const out = createTemporaryFolder();
    await build(out, artifacts(files));
    expect((await build(out, [])).packs).toMatchObject([{ deleted: Object.keys(files).sort() }]);
    expect(readTree(out)).toEqual(tree({}));
  });

  test('takes a deleted file that is gone already as deleted by somebody else', async () => {
    const out = createTemporaryFolder();
    writeTree(join(out, folder), {
      'manifest.json': printManifest(['gone.json', 'now-a-folder']),
      'now-a-folder/x': 'x',
    });
    expect((await build(out, artifacts({ a: '1' }))).packs).toMatchObject([
      { deleted: [], strangers: ['now-a-folder/x'] },
    ]);
    expect(readTree(out)).toEqual(tree({ a: '1' }, { 'now-a-folder/x': 'x' }));
  });

  test('removes the folders that a killed build left empty', async () => {
    const out = createTemporaryFolder();
    writeTree(join(out, folder), { 'a/mine': '', 'manifest.json': printManifest(['a/b/c/x', 'd/e/x', 'd/e/f/x']) });
    mkdirSync(join(out, folder, 'a/b'));
    mkdirSync(join(out, folder, 'd/e'), { recursive: true });
    await build(out, []);
    expect(readTree(out)).toEqual(tree({}, { 'a/mine': '' }));
  });

  test('overwrites a generated file that was edited by hand', async () => {
    const out = createTemporaryFolder();
    await build(out, artifacts(files));
    writeTree(join(out, folder), { 'dash/a.json': 'edited' });
    expect((await build(out, artifacts(files))).packs).toMatchObject([{ written: ['dash/a.json'] }]);
    expect(readTree(out)).toEqual(tree(files));
  });

  test('keeps packs apart', async () => {
    const out = createTemporaryFolder();
    const transaction = await openTransaction({ out });
    await transaction.stage('one', { path: 'x', text: '1' });
    await transaction.stage('two', { path: 'x', text: '2' });
    expect((await transaction.commit()).packs.map(({ pack }) => pack)).toEqual(['one', 'two']);
    await build(out, artifacts(files));
    const manifest = printManifest(['x']);
    expect(readTree(out)).toEqual({
      'one/x': '1',
      'one/manifest.json': manifest,
      'two/x': '2',
      'two/manifest.json': manifest,
      ...tree(files),
    });
  });

  test.each<[name: string, before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>]>([
    ['a file becomes a folder', { 'a/b': '1', c: '2' }, { 'a/b/c': '1', c: '2' }],
    ['a folder becomes a file', { 'a/b/c': '1', 'a/b/d': '2', 'a/e': '3' }, { 'a/b': '1', 'a/e': '3' }],
    ['both at once', { a: '1', 'b/c': '2' }, { 'a/x': '1', b: '2' }],
    ['a new spelling', { 'Folder/A.json': '1', 'b.json': '2' }, { 'folder/a.json': '1', 'B.json': '3' }],
  ])('%s', async (_name, before, after) => {
    const out = createTemporaryFolder();
    await build(out, artifacts(before));
    const summary = await build(out, artifacts(after));
    expect(readTree(out)).toEqual(tree(after));
    expect(summary.packs).toMatchObject([
      {
        deleted: Object.keys(before)
          .filter((path) => !(path in after))
          .sort(),
      },
    ]);
  });

  test('a file takes the place of folders that nobody has anything in', async () => {
    const out = createTemporaryFolder();
    writeTree(join(out, folder), { 'a/empty/x': '', 'manifest.json': printManifest(['a/empty/x']), 'a/other/y': '' });
    const clash = await catchFailure(() => build(out, artifacts({ a: '1' })));
    expect(clash.message).toContain(join(out, folder, 'a/other/y'));
    await build(out, artifacts({ 'a/empty/x': '', 'a/other/y': '' }));
    await build(out, artifacts({ a: '1' }));
    expect(readTree(out)).toEqual(tree({ a: '1' }));
  });
});

describe('files that dashpack did not write', () => {
  test('are kept, and named where they differ', async () => {
    const out = createTemporaryFolder();
    writeTree(join(out, folder), { 'dash/a.json': 'mine' });
    const before = readTree(out);
    const failure = await catchFailure(() => build(out, artifacts(files)));
    const file = join(out, folder, 'dash/a.json');
    expect(failure.message).toBe(
      `${file} is in the way: dashpack did not write it, and it differs from what dashpack would write`,
    );
    expect(failure.next).toContain(`move ${file} away`);
    expect(readTree(out)).toEqual(before);
  });

  test('are adopted where they are the same', async () => {
    const out = createTemporaryFolder();
    writeTree(join(out, folder), files);
    expect((await build(out, artifacts(files))).packs).toMatchObject([{ written: [], unchanged: 3 }]);
    expect(readTree(out)).toEqual(tree(files));
  });

  test('may stand where a folder is needed, and are named', async () => {
    const out = createTemporaryFolder();
    writeTree(join(out, folder), { dash: 'mine' });
    const failure = await catchFailure(() => build(out, artifacts(files)));
    expect(failure.message).toMatch(/^.*peak-trade\/dash is in the way/);
    expect(readTree(out)).toEqual({ [`${folder}/dash`]: 'mine' });
  });

  test('are not reached through a link: no write and no delete leaves the folder', async () => {
    const out = createTemporaryFolder();
    const outside = createTemporaryFolder();
    writeTree(outside, { 'a.json': 'outside', 'old.json': 'outside' });
    writeTree(join(out, folder), { 'manifest.json': printManifest(['dash/old.json']) });
    symlinkSync(outside, join(out, folder, 'dash'));
    const before = readTree(out);
    const isLink = new RegExp(`^${join(out, folder, 'dash')} is a symbolic link`);
    expect((await catchFailure(() => build(out, artifacts(files)))).message).toMatch(isLink);
    expect((await catchFailure(() => build(out, artifacts({ 'c.yaml': '1' })))).message).toMatch(isLink);
    expect(readTree(out)).toEqual(before);
    expect(readTree(outside)).toEqual({ 'a.json': 'outside', 'old.json': 'outside' });
  });

  test('a pack’s folder, and its staging folder, may not be a link either', async () => {
    const out = createTemporaryFolder();
    const outside = createTemporaryFolder();
    symlinkSync(outside, join(out, folder));
    expect((await catchFailure(() => build(out, artifacts(files)))).message).toContain('is a symbolic link');
    writeTree(outside, { '1.tmp': 'mine' });
    const second = createTemporaryFolder();
    writeTree(join(second, folder), { x: '' });
    symlinkSync(outside, join(second, folder, '.dashpack'));
    expect((await catchFailure(() => build(second, artifacts(files)))).message).toContain(
      '.dashpack is a symbolic link',
    );
    expect(readTree(outside)).toEqual({ '1.tmp': 'mine' });
  });

  test('a link in the place of a file of ours is replaced, not followed', async () => {
    const out = createTemporaryFolder();
    const outside = createTemporaryFolder();
    writeTree(outside, { x: 'outside' });
    writeTree(join(out, folder), { 'manifest.json': printManifest(['a', 'b']) });
    symlinkSync(join(outside, 'x'), join(out, folder, 'a'));
    symlinkSync(join(outside, 'x'), join(out, folder, 'b'));
    await build(out, artifacts({ a: 'outside' }));
    expect(readTree(out)).toEqual(tree({ a: 'outside' }));
    expect(readTree(outside)).toEqual({ x: 'outside' });
  });
});

describe('staging', () => {
  test('stands in files that Grafana does not load, and no folder of an artifact is created before the commit', async () => {
    const out = createTemporaryFolder();
    const transaction = await openTransaction({ out });
    for (const artifact of artifacts(files)) await transaction.stage(folder, artifact);
    const staged = Object.fromEntries(
      Object.values(files).map((text, index) => [`${folder}/.dashpack/${index + 1}.tmp`, text]),
    );
    const { '.dashpack.lock': _lock, ...rest } = readTree(out);
    expect(rest).toEqual(staged);
    await transaction.abort();
    expect(readTree(out)).toEqual({ '/': '' });
  });

  test('abort leaves the last build as it was, and may be called twice', async () => {
    const out = createTemporaryFolder();
    await build(out, artifacts(files));
    const transaction = await openTransaction({ out });
    await transaction.stage(folder, { path: 'new.json', text: 'new' });
    await transaction.abort();
    await transaction.abort();
    expect(readTree(out)).toEqual(tree(files));
    await expect(transaction.stage(folder, { path: 'x', text: '' })).rejects.toThrow('the transaction has ended');
  });

  test('what a killed build left is cleared, what somebody else put there is not', async () => {
    const out = createTemporaryFolder();
    writeTree(out, { 'peak-trade/.dashpack/1.tmp': 'half', 'peak-trade/.dashpack/2.tmp': '' });
    writeTree(out, { 'other/.dashpack/7.tmp': 'half', 'other/.dashpack/mine.txt': 'mine', 'readme.md': 'x' });
    const transaction = await openTransaction({ out });
    expect(readdirSync(join(out, folder))).toEqual([]);
    await transaction.stage(folder, { path: 'x', text: '1' });
    await transaction.commit();
    expect(readTree(out)).toEqual({ ...tree({ x: '1' }), 'other/.dashpack/mine.txt': 'mine', 'readme.md': 'x' });
  });

  test.each<[name: string, staged: readonly Artifact[], message: string]>([
    [
      'one path',
      [
        { path: 'a.json', text: '1' },
        { path: 'a.json', text: '1' },
      ],
      'two files have the path a.json',
    ],
    [
      'one path but for its case',
      [
        { path: 'a', text: '1' },
        { path: 'A', text: '2' },
      ],
      'the paths a and A differ only by case',
    ],
    ['a path that leads out', [{ path: '../a', text: '1' }], 'the path "../a" leads out'],
  ])('%s ends the transaction and changes nothing', async (_name, staged, message) => {
    const out = createTemporaryFolder();
    const failure = await catchFailure(() => build(out, staged));
    expect(failure.message).toContain(message);
    expect(readTree(out)).toEqual({ '/': '' });
  });

  test('a broken manifest ends it before the first write', async () => {
    const out = createTemporaryFolder();
    writeTree(join(out, folder), { 'manifest.json': '{' });
    expect((await catchFailure(() => build(out, artifacts(files)))).position).toMatchObject({ line: 1 });
    expect(readTree(out)).toEqual({ [`${folder}/manifest.json`]: '{' });
  });
});
