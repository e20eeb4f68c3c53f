import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printManifest, readManifest } from '../../../src/core/emit/manifest.js';
import { catchFailure } from './catch-failure.js';
import { createTemporaryFolder, writeTree } from './temporary-folder.js';

const text = `{
  "files": [
    "Z.json",
    "a/b.json",
    "a/c.json"
  ],
  "generator": "dashpack"
}
`;

test('is sorted by code unit, one path a line', () => {
  expect(printManifest(['a/c.json', 'Z.json', 'a/b.json'])).toBe(text);
});

describe('readManifest', () => {
  test('reads what was printed', () => {
    const folder = createTemporaryFolder();
    writeTree(folder, { 'manifest.json': text });
    expect(readManifest(folder)).toEqual({ paths: new Set(['Z.json', 'a/b.json', 'a/c.json']), text });
  });

  test('finds no paths where there is no manifest', () => {
    expect(readManifest(createTemporaryFolder())).toEqual({ paths: new Set(), text: undefined });
  });

  test.each<[what: string, broken: string, line: number, problem: string]>([
    ['an empty file', '', 1, 'the end of the text is not expected there'],
    ['a missing comma', text.replace('"Z.json",', '"Z.json"'), 4, '"a/b.json" is not expected there'],
    ['a merge conflict', text.replace('    "a/b', '<<<<<<< HEAD\n    "a/b'), 4, 'it has the marks of a merge conflict'],
    ['a list', '[]', 1, 'it has no "generator": "dashpack"'],
    ['another tool', text.replace('"dashpack"', '"other"'), 1, 'it has no "generator": "dashpack"'],
    ['no list of files', '{"generator":"dashpack","files":{}}', 1, 'it has no list "files"'],
    ['a number', text.replace('"Z.json"', '7'), 3, 'the path 7 is not a text'],
    ['an absolute path', text.replace('a/b.json', '/etc/passwd'), 4, 'the path "/etc/passwd" is absolute'],
    [
      'a path that leads out',
      text.replace('a/c', 'a/../../c'),
      5,
      'the path "a/../../c.json" leads out of the folder with ".."',
    ],
    ['a backslash', text.replace('a/c', 'a\\\\c'), 5, 'the path "a\\\\c.json" has a backslash'],
    ['itself', text.replace('Z.json', 'manifest.json'), 3, `the path "manifest.json" is one of dashpack's own files`],
  ])('refuses %s, with its line', async (_what, broken, line, problem) => {
    const folder = createTemporaryFolder();
    const file = join(folder, 'manifest.json');
    writeTree(folder, { 'manifest.json': broken });
    const failure = await catchFailure(() => readManifest(folder));
    expect(failure.message).toBe(`the manifest is broken: ${problem}. Nothing was written or deleted`);
    expect(failure.position).toMatchObject({ file, line });
    expect(failure.next).toContain(`git checkout -- ${file}`);
  });

  test('refuses a folder in its place', async () => {
    const folder = createTemporaryFolder();
    writeTree(folder, { 'manifest.json/x': '' });
    expect((await catchFailure(() => readManifest(folder))).message).toContain(
      'a folder stands where a file is needed',
    );
  });
});
