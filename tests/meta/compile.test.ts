import { appendFileSync, copyFileSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository, runScript, writeTree } from './tree.js';

const sources = {
  'src/index.ts': "export { core } from './core/core.js';",
  'src/promql.ts': "export { core } from './core/core.js';",
  'src/simulate.ts': "export { core } from './core/core.js';",
  'src/exporter.ts': "export { core } from './core/core.js';",
  'src/core/core.ts': 'export const core: { readonly name: string } = { name: `core` };',
  'src/panels/index.ts': "import { core } from 'dashpack'; export const recipe: typeof core = core;",
  'src/cli/start.ts':
    "import { parse } from 'yaml'; import { core } from '../core/core.js'; import { recipe } from 'dashpack/panels'; export const main = (): unknown => [parse('a: 1'), core === recipe];",
  'src/dashboards/a/one.ts': 'export const one = 1;',
};

/** A small project with this repository's package.json, lockfile and compiler options; returns its folder. */
function makeProject(files: Readonly<Record<string, string>>): string {
  const folder = writeTree(files);
  for (const name of ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json']) {
    copyFileSync(join(repository, name), join(folder, name));
  }
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function compile(folder: string): ReturnType<typeof runScript> {
  return runScript('compile.mjs', [folder]);
}

function readId(folder: string): string {
  return JSON.parse(readFileSync(join(folder, 'dist/build-id.json'), 'utf8')).id;
}

test('three bundles share one core, with declarations, licences and an id', async () => {
  const folder = makeProject(sources);
  expect(compile(folder)).toEqual({ code: 0, printed: expect.stringMatching(/^dist\/ compiled in/) });
  const index = await import(join(folder, 'dist/index.js'));
  const panels = await import(join(folder, 'dist/panels.js'));
  const cli = await import(join(folder, 'dist/cli.js'));
  expect(panels.recipe).toBe(index.core);
  expect(cli.main()).toEqual([{ a: 1 }, true]);
  expect(readFileSync(join(folder, 'dist/types/panels/index.d.ts'), 'utf8')).toContain('recipe: typeof core');
  expect(readFileSync(join(folder, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8')).toMatch(/^yaml [\d.]+ \(ISC\)$/m);
  expect(readId(folder)).toMatch(/^[\da-f]{64}$/);
});

test('the same sources give the same id in another folder', () => {
  const folders = [makeProject(sources), makeProject(sources)] as const;
  for (const folder of folders) compile(folder);
  expect(readId(folders[0])).toBe(readId(folders[1]));
});

test('a compile that would change nothing is skipped, and one that would is not', () => {
  const folder = makeProject(sources);
  const says = (): string => compile(folder).printed.split(' ').slice(1, 3).join(' ');
  const seen = [['nothing was compiled yet', says()]];
  const steps: readonly (readonly [string, () => void])[] = [
    ['nothing changed', () => {}],
    ['a dashboard changed', () => appendFileSync(join(folder, 'src/dashboards/a/one.ts'), '// other')],
    ['a source changed', () => appendFileSync(join(folder, 'src/core/core.ts'), '// other')],
    ['a compiler option changed', () => appendFileSync(join(folder, 'tsconfig.json'), '\n')],
    ['an output is gone', () => rmSync(join(folder, 'dist/panels.js'))],
    ['an output was edited', () => writeFileSync(join(folder, 'dist/cli.js'), '')],
    ['nothing changed again', () => {}],
  ];
  for (const [name, change] of steps) {
    change();
    seen.push([name, says()]);
  }
  expect(seen).toEqual([
    ['nothing was compiled yet', 'compiled in'],
    ['nothing changed', 'is up'],
    ['a dashboard changed', 'is up'],
    ['a source changed', 'compiled in'],
    ['a compiler option changed', 'compiled in'],
    ['an output is gone', 'compiled in'],
    ['an output was edited', 'compiled in'],
    ['nothing changed again', 'is up'],
  ]);
});

test.each([
  [
    'an entry point does not exist',
    { 'src/panels/index.ts': undefined },
    /no such entry point: src\/panels\/index\.ts\n/,
  ],
  [
    'a type is wrong',
    { 'src/core/core.ts': 'export const core: { readonly name: string } = { name: 1 };' },
    /core\.ts\(1,\d+\): error TS2322/,
  ],
  ['a module is missing', { 'src/core/core.ts': "export { core } from './gone.js';" }, /gone\.js/],
  [
    'the core imports a dashboard',
    { 'src/core/core.ts': "export { one as core } from '../dashboards/a/one.js';" },
    /must not contain a pack's content: src\/dashboards\/a\/one\.ts/,
  ],
] as const)('%s: it says so, and leaves dist/ as it was', (_, change, message) => {
  const folder = makeProject(sources);
  compile(folder);
  const before = readId(folder);
  for (const [path, text] of Object.entries(change)) {
    if (text === undefined) rmSync(join(folder, path));
    else writeFileSync(join(folder, path), text);
  }
  expect(compile(folder)).toEqual({ code: 1, printed: expect.stringMatching(message) });
  expect(readId(folder)).toBe(before);
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});
