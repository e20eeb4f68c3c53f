import type * as FileSystem from 'node:fs';
import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { printManifest } from '../../../src/core/emit/manifest.js';
import { build } from './build.js';
import { pack } from './generations.js';
import { createTemporaryFolder, readTree, writeTree } from './temporary-folder.js';

// macOS and Windows ignore case, and no such file system can be mounted everywhere: this makes the real one behave so,
// by giving each path the spelling that is on disk.
vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof FileSystem>();
  const spell = (path: string): string => {
    const folder = dirname(path) === path ? path : spell(dirname(path));
    if (dirname(path) === path) return path;
    const name = basename(path);
    const names = fs.existsSync(folder) && fs.statSync(folder).isDirectory() ? fs.readdirSync(folder) : [];
    return join(
      folder,
      names.includes(name) ? name : (names.find((each) => each.toLowerCase() === name.toLowerCase()) ?? name),
    );
  };
  const ofOnePath = [
    'openSync',
    'lstatSync',
    'unlinkSync',
    'rmdirSync',
    'mkdirSync',
    'readFileSync',
    'writeFileSync',
  ] as const;
  const wrapped = ofOnePath.map((name) => {
    const original = fs[name] as (path: string | number, ...rest: readonly unknown[]) => unknown;
    return [
      name,
      (path: string | number, ...rest: unknown[]) => original(typeof path === 'number' ? path : spell(path), ...rest),
    ];
  });
  const renameSync = (from: string, to: string): void =>
    fs.renameSync(spell(from), spell(to) === spell(from) ? join(dirname(spell(to)), basename(to)) : spell(to));
  return { ...fs, ...Object.fromEntries(wrapped), renameSync };
});

function expected(files: Readonly<Record<string, string>>) {
  const all = { ...files, 'manifest.json': printManifest(Object.keys(files)) };
  return Object.fromEntries(Object.entries(all).map(([path, text]) => [`${pack}/${path}`, text]));
}

test.each([
  ['the same content', '1'],
  ['new content', '2'],
])('a file that is spelled differently, with %s, is renamed and not deleted', async (_name, text) => {
  const out = createTemporaryFolder();
  await build(out, [
    { path: 'dash/A.json', text: '1' },
    { path: 'dash/b.json', text: '1' },
  ]);
  const { packs } = await build(out, [{ path: 'dash/a.json', text }]);
  expect(readTree(out)).toEqual(expected({ 'dash/a.json': text }));
  expect(packs).toMatchObject([{ deleted: ['dash/b.json'], strangers: [] }]);
});

test('somebody else’s file that is spelled differently is in the way', async () => {
  const out = createTemporaryFolder();
  writeTree(join(out, pack), { 'A.json': 'mine' });
  await expect(build(out, [{ path: 'a.json', text: '1' }])).rejects.toThrow('a.json is in the way');
  expect(readdirSync(join(out, pack))).toEqual(['A.json']);
});
