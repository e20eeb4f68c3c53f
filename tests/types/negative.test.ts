import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { emitDeclarations, readDiagnostics, repository, runCompiler, type Diagnostic } from './diagnostics.js';
import { readExpectations } from './expectations.js';

const folder = join(import.meta.dirname, 'fixtures/negative');
const expectations = readExpectations(folder);
let diagnostics: readonly Diagnostic[] = [];

beforeAll(() => {
  diagnostics = readDiagnostics(runCompiler(folder, ['-p', '.', '--pretty', 'false']).printed);
});

const at = ({ file, line }: { readonly file: string; readonly line: number }): string => `${file}:${line}`;

test('every wrong line is an error that names the cause', () => {
  const wrong = expectations.flatMap((expected) => {
    const messages = diagnostics.filter((diagnostic) => at(diagnostic) === at(expected)).map(({ message }) => message);
    const found = messages.some((message) => expected.fragments.every((fragment) => message.includes(fragment)));
    return found ? [] : [{ at: at(expected), source: expected.source, expected: expected.fragments, messages }];
  });
  expect(wrong).toEqual([]);
});

test('no other line is an error', () => {
  const marked = new Set(expectations.map(at));
  expect(diagnostics.filter((diagnostic) => !marked.has(at(diagnostic)))).toEqual([]);
});

test('no message ends in what is not a message', () => {
  expect(
    diagnostics.filter(({ message }) => /not assignable to (?:parameter of )?type 'never'\.?$/.test(message)),
  ).toEqual([]);
});

test('the declarations that the package ships find the same', () => {
  const shipped = realpathSync(mkdtempSync(join(tmpdir(), 'dashpack-negative-')));
  onTestFinished(() => rmSync(shipped, { recursive: true, force: true }));
  emitDeclarations(shipped);
  const paths = {
    dashpack: ['./dashpack/index.d.ts'],
    'dashpack/promql': ['./dashpack/promql.d.ts'],
    'dashpack/simulate': ['./dashpack/simulate.d.ts'],
  };
  const config = {
    extends: join(repository, 'tsconfig.json'),
    compilerOptions: { paths },
    include: [folder],
    exclude: [],
  };
  writeFileSync(join(shipped, 'tsconfig.json'), JSON.stringify(config));
  const { printed } = runCompiler(folder, ['-p', shipped, '--pretty', 'false']);
  const places = (found: readonly Diagnostic[]): readonly string[] => found.map((one) => `${at(one)} ${one.code}`);
  expect(places(readDiagnostics(printed))).toEqual(places(diagnostics));
}, 60_000);

test('each of the nine kinds has many', () => {
  const kinds = new Map<string, number>();
  for (const { file } of expectations) kinds.set(file, (kinds.get(file) ?? 0) + 1);
  expect([...kinds].filter(([, count]) => count < 10)).toEqual([]);
  expect(kinds.size).toBeGreaterThanOrEqual(9);
});
