import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository, run, writeTree } from './tree.js';

const oxlint = join(repository, 'node_modules/oxlint/bin/oxlint');

interface Diagnostic {
  readonly code: string;
  readonly filename: string;
}

/** Rule, file and a line that breaks it. */
const wrong: readonly (readonly [rule: string, file: string, line: string])[] = [
  ['eslint(no-restricted-globals)', 'src/core/model/a.ts', 'export const a = new Date();'],
  ['eslint(no-restricted-globals)', 'src/core/emit/a.ts', "export const a = fetch('http://localhost');"],
  ['eslint(no-restricted-globals)', 'src/core/emit/b.ts', 'export const b = process.env;'],
  ['eslint(no-restricted-globals)', 'src/core/live/a.ts', 'export const a = Date.now();'],
  ['eslint(no-restricted-globals)', 'src/dashboards/a/a.ts', 'export const a = performance.now();'],
  ['eslint(no-restricted-globals)', 'src/panels/a.ts', "export const a = new Intl.NumberFormat('en');"],
  ['eslint(no-restricted-properties)', 'src/core/model/b.ts', 'export const b = Math.random();'],
  ['eslint(no-restricted-properties)', 'src/core/model/c.ts', "export const c = 'a'.localeCompare('b');"],
  ['eslint(no-restricted-properties)', 'src/cli/a.ts', 'export const a = (1e6).toLocaleString();'],
  ['eslint(no-restricted-properties)', 'src/core/model/d.ts', "export const d = 'I'.toLocaleLowerCase();"],
  ['eslint(no-console)', 'src/core/report/a.ts', "console.log('a');"],
  ['eslint(no-console)', 'src/cli/b.ts', "console.log('b');"],
  ['import(no-default-export)', 'src/core/model/e.ts', 'export default 1;'],
  ['import(no-default-export)', 'src/cli/c.ts', 'export default 1;'],
  ['typescript(no-explicit-any)', 'src/core/model/f.ts', 'export const f = (x: unknown) => x as any;'],
  ['typescript(no-explicit-any)', 'tests/a.ts', 'export const f = (x: any) => x;'],
  ['typescript(no-unsafe-return)', 'src/core/model/g.ts', 'export const g = (x: string) => JSON.parse(x);'],
  ['typescript(no-floating-promises)', 'src/core/emit/c.ts', 'Promise.resolve(1);'],
  ['typescript(ban-ts-comment)', 'src/core/model/h.ts', '// @ts-ignore\nexport const h = 1;'],
  ['unicorn(filename-case)', 'src/core/model/camelCase.ts', 'export const i = 1;'],
  ['vitest(no-focused-tests)', 'tests/b.test.ts', "import { test } from 'vitest'; test.only('b', () => {});"],
  ['vitest(no-disabled-tests)', 'tests/c.test.ts', "import { test } from 'vitest'; test.skip('c', () => {});"],
];

/** Lines that the same rules let pass, where they are meant to. */
const right: Readonly<Record<string, string>> = {
  'src/cli/clock.ts': 'export const now = (): number => Date.now() + process.pid;',
  'src/core/live/transport.ts': 'export const ask = (url: string): Promise<Response> => fetch(`${url}/-/ready`);',
  'src/core/emit/lock-owner.ts': 'export const owner = `${process.pid}-${Math.random()}`;',
  'src/dashboards/a/b.ts': 'export default 1;',
  'tests/clock.ts': 'export const now = Date.now();',
};

function lint(files: Readonly<Record<string, string>>): readonly string[] {
  const folder = writeTree({
    ...files,
    'tsconfig.json': JSON.stringify({ compilerOptions: { strict: true, module: 'nodenext', types: ['node'] } }),
    '.oxlintrc.json': readFileSync(join(repository, '.oxlintrc.json'), 'utf8'), // its globs are relative to where it lies
  });
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
  const { printed } = run(process.execPath, [oxlint, '--format', 'json', 'src', 'tests'], folder);
  const { diagnostics }: { readonly diagnostics: readonly Diagnostic[] } = JSON.parse(printed);
  return diagnostics.map(({ code, filename }) => `${code} ${filename}`);
}

test('the linter names every line that breaks a rule of the house', () => {
  const found = lint(Object.fromEntries(wrong.map(([, file, line]) => [file, `${line}\n`])));
  expect(wrong.filter(([rule, file]) => !found.includes(`${rule} ${file}`))).toEqual([]);
});

test('the linter lets pass what is allowed where it stands', () => {
  expect(lint(right)).toEqual([]);
});
