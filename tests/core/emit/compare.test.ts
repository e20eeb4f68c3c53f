import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Artifact } from '../../../src/core/model/artifact.js';
import { openComparison, type Differences } from '../../../src/core/emit/compare.js';
import { printManifest } from '../../../src/core/emit/manifest.js';
import { serialiseJson } from '../../../src/core/emit/serialise.js';
import { build } from './build.js';
import { catchFailure } from './catch-failure.js';
import { pack } from './generations.js';
import { createTemporaryFolder, readTimes, readTree, writeTree } from './temporary-folder.js';

const dashboard = serialiseJson({ panels: [{ id: 7, title: 'Rejects', type: 'stat' }], refresh: '10s' });
const artifacts: readonly Artifact[] = [
  { path: 'dash/a.json', text: dashboard },
  { path: 'dash/b.json', text: dashboard },
  { path: 'p.yaml', text: 'a: 1\n' },
];

async function compare(out: string, wanted: readonly Artifact[]): Promise<Differences> {
  const comparison = openComparison({ out, packs: [pack] });
  for (const artifact of wanted) await comparison.stage(pack, artifact);
  return comparison.finish();
}

test('finds nothing after a build, and touches nothing', async () => {
  const out = createTemporaryFolder();
  await build(out, artifacts);
  const times = readTimes(out);
  expect(await compare(out, artifacts)).toEqual({ files: [], strangers: [] });
  expect(readTimes(out)).toEqual(times);
});

test('needs no output folder, and creates none', async () => {
  const folder = createTemporaryFolder();
  expect(await compare(join(folder, 'out'), artifacts)).toEqual({
    files: ['dash/a.json', 'dash/b.json', 'p.yaml', 'manifest.json'].map((path) => ({
      pack,
      path,
      kind: 'missing',
      details: [],
    })),
    strangers: [],
  });
  expect(readTree(folder)).toEqual({ '/': '' });
});

test('says what a hand edit changed, what is missing, what is superfluous and what is strange', async () => {
  const out = createTemporaryFolder();
  await build(out, [...artifacts, { path: 'dash/old.json', text: '{}\n' }]);
  writeTree(join(out, pack), {
    'dash/a.json': dashboard.replace('"stat"', '"gauge"'),
    'p.yaml': 'a: 2\n',
    'mine.txt': '',
  });
  const wanted = [...artifacts, { path: 'dash/new.json', text: '{}\n' }];
  expect(await compare(out, wanted)).toEqual({
    files: [
      { pack, path: 'dash/a.json', kind: 'changed', details: ['panel "Rejects" (id 7): type: "gauge" → "stat"'] },
      { pack, path: 'dash/new.json', kind: 'missing', details: [] },
      { pack, path: 'dash/old.json', kind: 'superfluous', details: [] },
      { pack, path: 'p.yaml', kind: 'changed', details: ['line 1: "a: 2" → "a: 1"'] },
      {
        pack,
        path: 'manifest.json',
        kind: 'changed',
        details: ['not listed yet (1): dash/new.json', 'not generated any more (1): dash/old.json'],
      },
    ],
    strangers: [{ pack, path: 'mine.txt' }],
  });
});

test('says where something else stands in the place of a file', async () => {
  const out = createTemporaryFolder();
  writeTree(join(out, pack), {
    'a/x': '',
    b: '',
    c: 'mine',
    'manifest.json': printManifest(['d']).replaceAll('\n', '\r\n'),
  });
  symlinkSync('c', join(out, pack, 'd'));
  const notOurs = 'dashpack did not write this file: build will not overwrite it; move it away';
  const { files } = await compare(
    out,
    ['a', 'b/x', 'c', 'd'].map((path) => ({ path, text: 'text' })),
  );
  expect(files.map(({ path, kind, details }) => [path, kind, details])).toEqual([
    ['a', 'changed', [notOurs, 'a folder stands where the file should be']],
    ['b/x', 'changed', [notOurs, 'a file stands where one of its folders should be']],
    ['c', 'changed', [notOurs, 'line 1: "mine" → "text"']],
    ['d', 'changed', ['what stands there is not a plain file']],
    ['manifest.json', 'changed', ['not listed yet (3): a, b/x, c']],
  ]);
});

test('a manifest in another form is a difference', async () => {
  const out = createTemporaryFolder();
  await build(out, artifacts);
  const manifest = printManifest(artifacts.map(({ path }) => path));
  writeTree(join(out, pack), { 'manifest.json': manifest.replaceAll('\n', '\r\n') });
  expect((await compare(out, artifacts)).files).toEqual([
    {
      pack,
      path: 'manifest.json',
      kind: 'changed',
      details: ['the same data, formatted differently; line endings: CRLF → LF'],
    },
  ]);
});

test('refuses what build refuses', async () => {
  const out = createTemporaryFolder();
  const twice = [artifacts[0], artifacts[0]] as readonly Artifact[];
  expect((await catchFailure(() => compare(out, twice))).message).toContain('two files have the path dash/a.json');
  writeTree(join(out, pack), { 'manifest.json': '{' });
  expect((await catchFailure(() => compare(out, artifacts))).message).toContain('the manifest is broken');
  const linked = createTemporaryFolder();
  symlinkSync(out, join(linked, pack));
  expect((await catchFailure(() => compare(linked, artifacts))).message).toContain('is a symbolic link');
  const linkedBelow = createTemporaryFolder();
  writeTree(join(linkedBelow, pack), { 'manifest.json': printManifest(['dash/old.json']) });
  symlinkSync(out, join(linkedBelow, pack, 'dash'));
  expect((await catchFailure(() => compare(linkedBelow, []))).message).toContain('is a symbolic link');
});
