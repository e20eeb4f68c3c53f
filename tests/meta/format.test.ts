import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository, run, writeTree } from './tree.js';

const prettier = join(repository, 'node_modules/prettier/bin/prettier.cjs');

/** Which of the files under generated/ the repository's prettier configuration would change. */
function findUnformatted(files: Readonly<Record<string, string>>): readonly string[] {
  const config = readFileSync(join(repository, '.prettierrc.json'), 'utf8');
  const folder = writeTree({ ...files, '.prettierrc.json': config }); // its globs are relative to where it lies
  const { printed } = run(process.execPath, [prettier, '--list-different', 'generated'], folder);
  return printed.split('\n').filter((line) => line !== '');
}

test('format-on-save leaves generated JSON as JSON.stringify prints it', () => {
  const value = { gridPos: { h: 8 }, ids: [1, 2, 3], text: 'é\u2028 ', nothing: [], empty: {}, deep: [[{ a: null }]] };
  const path = 'generated/p/grafana/dashboards/f/u.json';
  expect(findUnformatted({ [path]: `${JSON.stringify(value, null, 2)}\n` })).toEqual([]);
});

test('other JSON and YAML is not clean', () => {
  const json = 'generated/p/a.json';
  const yaml = 'generated/p/b.yaml';
  expect(findUnformatted({ [json]: '{"a":[1,2]}\n', [yaml]: 'a:   "b"\n' })).toEqual([json, yaml]);
});
