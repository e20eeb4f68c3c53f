import { mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { expectGrowth } from '../../../src/cli/stamp/growth.js';
import { renewSnapshot, type Snapshot } from '../../../src/cli/stamp/snapshot.js';
import { takeSnapshot, type Ingredients } from '../../../src/cli/stamp/take-snapshot.js';
import { createTemporaryFolder } from '../../core/emit/temporary-folder.js';

/** In milliseconds: far enough from now that no file system's clock is too coarse. */
const later = 10_000;

/** A folder with a file, a folder and a link, and a snapshot of it that was taken later. */
function taken(more: Partial<Ingredients> = {}): { readonly folder: string; readonly snapshot: Snapshot | undefined } {
  const folder = createTemporaryFolder();
  writeFileSync(join(folder, 'a.ts'), 'a');
  mkdirSync(join(folder, 'sub'));
  symlinkSync('sub', join(folder, 'link'));
  const snapshot = takeSnapshot({
    began: Date.now() + later,
    files: [join(folder, 'a.ts')],
    folders: [folder],
    absent: [join(folder, 'sub/absent')],
    isInstalled: () => false,
    ...more,
  });
  return { folder, snapshot };
}

test('a snapshot says what is there: files by inode and content, folders by their names and kinds, where links lead', () => {
  const { folder, snapshot } = taken();
  expect(snapshot?.files).toEqual([
    { path: join(folder, 'a.ts'), inode: expect.any(String) as string, hash: expect.any(String) as string },
  ]);
  expect(snapshot?.folders.map(({ names }) => names)).toEqual([['a.ts', 'link@', 'sub/']]);
  expect(snapshot?.links).toEqual([[join(folder, 'link'), join(folder, 'sub')]]);
});

test('what is installed is told by its inode alone', () => {
  const { snapshot } = taken({ isInstalled: () => true });
  expect(snapshot?.files[0]?.hash).toBeUndefined();
});

test('there is none where something is younger than the work, or is not there', () => {
  expect(taken({ began: Date.now() - later }).snapshot).toBeUndefined();
  expect(taken({ files: ['/nowhere'] }).snapshot).toBeUndefined();
});

test('a folder may have got what the work adds to it, and nothing else', () => {
  const folder = createTemporaryFolder();
  const growth = [expectGrowth(join(folder, 'out/deep')) ?? []].flat();
  expect(growth).toEqual([{ folder, added: 'out', names: [] }]);
  const ingredients = { began: Date.now(), files: [], folders: [folder], absent: [], isInstalled: () => false };
  mkdirSync(join(folder, 'out'));
  expect(takeSnapshot({ ...ingredients, growth })?.folders[0]?.names).toEqual(['out/']);
  expect(takeSnapshot(ingredients)).toBeUndefined();
  expect(expectGrowth(join(folder, 'out'))).toBeUndefined();
  writeFileSync(join(folder, 'other'), '');
  expect(takeSnapshot({ ...ingredients, growth })).toBeUndefined();
  expect(expectGrowth(join(folder, 'other/below'))).toBeUndefined(); // a file is no folder
});

const events: Readonly<Record<string, (folder: string) => void>> = {
  'another content': (folder) => writeFileSync(join(folder, 'a.ts'), 'b'),
  'another content of an old time': (folder) => {
    writeFileSync(join(folder, 'a.ts'), 'b');
    utimesSync(join(folder, 'a.ts'), 0, 0);
  },
  'a file less': (folder) => rmSync(join(folder, 'a.ts')),
  'a file more': (folder) => writeFileSync(join(folder, 'b.ts'), ''),
  'a folder in place of a file': (folder) => {
    rmSync(join(folder, 'a.ts'));
    mkdirSync(join(folder, 'a.ts'));
  },
  'a link that leads elsewhere': (folder) => {
    mkdirSync(join(folder, 'sub/inner'));
    rmSync(join(folder, 'link'));
    symlinkSync('sub/inner', join(folder, 'link'));
  },
  'what was absent': (folder) => writeFileSync(join(folder, 'sub/absent'), ''),
};

test.each(Object.entries(events))('does not hold after: %s', async (_name, happen) => {
  const { folder, snapshot } = taken();
  if (snapshot === undefined) throw new Error('no snapshot');
  happen(folder);
  expect(await renewSnapshot(snapshot, Date.now() + 2 * later)).toBeUndefined();
});

test('holds where nothing changed, and is renewed where only an inode did', async () => {
  const { folder, snapshot } = taken();
  if (snapshot === undefined) throw new Error('no snapshot');
  const now = Date.now() + 2 * later;
  expect(await renewSnapshot(snapshot, now)).toBe(snapshot);
  writeFileSync(join(folder, 'b.ts'), 'a');
  renameSync(join(folder, 'b.ts'), join(folder, 'a.ts'));
  const renewed = await renewSnapshot(snapshot, now);
  expect(renewed).toMatchObject({ began: now, files: [{ hash: snapshot.files[0]?.hash }] });
  expect(renewed?.files[0]?.inode).not.toBe(snapshot.files[0]?.inode);
});

test('compares every content where the clock was put back', async () => {
  const { snapshot } = taken({ isInstalled: () => true });
  if (snapshot === undefined) throw new Error('no snapshot');
  expect(await renewSnapshot(snapshot, Date.now() + 2 * later)).toBe(snapshot);
  expect(await renewSnapshot(snapshot, Date.now() - later)).toBeUndefined(); // there is none to compare
});
