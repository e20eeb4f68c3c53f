import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { emitDeclarations } from './diagnostics.js';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dashpack-any-')));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Comments, and texts: messages may say "any". */
const notCode = /\/\*[\s\S]*?\*\/|\/\/.*|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`/g;

/** The lines of a declaration file on which `any` is a type. */
function linesWithAny(text: string): readonly string[] {
  const code = text.replaceAll(notCode, (skipped) => skipped.replaceAll(/[^\n]/g, ' '));
  const lines = text.split('\n');
  return code.split('\n').flatMap((line, index) => (/\bany\b/.test(line) ? [(lines[index] ?? '').trim()] : []));
}

test('the search finds any, and only where it is a type', () => {
  const text = [
    "export declare function f(a: any): 'any';",
    '/** any */ export type T = Any; // any',
    'type U = any[];',
  ];
  expect(linesWithAny(text.join('\n'))).toEqual([text[0], text[2]]);
});

test('no declaration that the package ships has any', () => {
  emitDeclarations(folder);
  const types = join(folder, 'dashpack');
  const files = readdirSync(types, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.d.ts'));
  expect(files.length).toBeGreaterThan(50);
  const found = files.flatMap((file) =>
    linesWithAny(readFileSync(join(types, file), 'utf8')).map((line) => `${file}: ${line}`),
  );
  expect(found).toEqual([]);
}, 60_000);
