import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findSurroundings } from '../../../src/cli/stamp/surroundings.js';
import { writeTree } from '../../meta/tree.js';

/** Surroundings of a project in a temporary folder, with the names that are in it. */
function surroundingsOf(tree: Readonly<Record<string, string>>, config: string, inputs: readonly string[]) {
  const root = writeTree(tree);
  const found = findSurroundings(
    join(root, config),
    inputs.map((input) => join(root, input)),
  );
  const within = (paths: readonly string[]) =>
    paths.flatMap((path) => (path === root || path.startsWith(`${root}/`) ? [path.slice(root.length + 1) || '.'] : []));
  return {
    files: within(found.files).sort(),
    folders: within(found.folders).sort(),
    absent: within(found.absent).sort(),
  };
}

test('folders in which another name could lead an import elsewhere count in full, as far as the project reaches', () => {
  const { folders } = surroundingsOf(
    { 'p/package.json': '{}', 'p/c.ts': '', 'p/src/deep/a.ts': '', 'p/docs/b.md': '' },
    'p/c.ts',
    ['p/c.ts', 'p/src/deep/a.ts'],
  );
  expect(folders).toEqual(['p', 'p/src', 'p/src/deep']);
});

test('above the project only the names that anybody asks for count', () => {
  const { folders, absent, files } = surroundingsOf(
    { 'package.json': '{}', 'w/p/package.json': '{}', 'w/p/c.ts': '' },
    'w/p/c.ts',
    ['w/p/c.ts'],
  );
  expect(folders).toEqual(['w/p']);
  expect(absent).toContain('w/tsconfig.json');
  expect(absent).toContain('w/node_modules');
  expect(absent).not.toContain('w/p/tsconfig.json'); // its folder is looked at in full
  expect(files).toEqual(['package.json', 'w/p/package.json']);
});

test('installed packages and their scopes count as folders, and what a tsconfig extends as files', () => {
  const { folders, files } = surroundingsOf(
    {
      'package.json': '{}',
      'tsconfig.json': '{ "extends": "./base.json" }',
      'base.json': '{}',
      'c.ts': '',
      'node_modules/@scope/x/package.json': '{}',
      'node_modules/y/package.json': '{}',
    },
    'c.ts',
    ['c.ts'],
  );
  expect(folders).toEqual(['.', 'node_modules', 'node_modules/@scope']);
  expect(files).toEqual(['base.json', 'package.json', 'tsconfig.json']);
});
