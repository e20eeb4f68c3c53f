import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { repository, writeTree } from './tree.js';

const nextRelease = JSON.parse(readFileSync(join(repository, 'scripts/servers/next-release.json'), 'utf8'));
interface Gate {
  readonly name: string;
  readonly script: string;
  readonly counts?: string;
  readonly inputs: readonly string[];
}
type Files = Readonly<Record<string, string>>;

const { GATES }: { readonly GATES: readonly Gate[] } = await importScript('gates/table.mjs');
const inputs: { hashFiles(root: string): Files; filesOf(globs: readonly string[], files: Files): Files } =
  await importScript('gates/inputs.mjs');

function importScript<T>(path: string): Promise<T> {
  return import(pathToFileURL(join(repository, 'scripts', path)).href) as Promise<T>;
}

/** The scripts that gates run, all green. */
const green = Object.fromEntries(
  GATES.map(({ script, counts }) => [script, counts === undefined ? 'true' : counted(2, 0)]),
);

function counted(passed: number, failed: number): string {
  return `echo '{"numPassedTests":${passed},"numFailedTests":${failed},"numPendingTests":0,"numTodoTests":0}' > "$DASHPACK_TEST_COUNTS"`;
}

/** Runs every gate of a project whose package.json has these scripts; returns the exit code, and the lines of the gates without their times. */
function checkAll(
  scripts: Readonly<Record<string, string | undefined>>,
  ...gates: readonly string[]
): ReturnType<typeof runIn> {
  return runIn(checkout(scripts), gates);
}

/** A project with the gates, whose package.json has these scripts, and the servers of the next release. */
function checkout(scripts: Readonly<Record<string, string | undefined>>): string {
  const folder = join(writeTree({ 'checkout/package.json': JSON.stringify({ scripts }) }), 'checkout');
  for (const path of ['scripts/check-all.mjs', 'scripts/gates', 'scripts/servers'])
    cpSync(join(repository, path), join(folder, path), { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  for (const name of ['fast-json-stable-stringify', 'picomatch'])
    symlinkSync(join(repository, 'node_modules', name), join(folder, 'node_modules', name));
  const servers = join(folder, nextRelease.folder);
  mkdirSync(servers, { recursive: true });
  for (const name of Object.keys(nextRelease.programs)) {
    writeFileSync(join(servers, name), '#!/bin/sh\necho "prometheus, version 3.5.3"\n');
    chmodSync(join(servers, name), 0o755);
  }
  return folder;
}

function runIn(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): { readonly code: number | null; readonly lines: readonly string[]; readonly progress: readonly string[] } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/check-all.mjs', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  const lines = stdout.trim().split('\n');
  return {
    code: status,
    lines: lines.map((line) => line.replace(/ +\d+\.\d s(?: +(?=\d))?/, (time) => (time.endsWith('s') ? '' : ', '))),
    progress: stderr.trim().split('\n'),
  };
}

const total = 2 * GATES.filter(({ counts }) => counts !== undefined).length;
const lineOf = (verdict: string, name: string, rest = ''): string =>
  `${verdict.padEnd(5)} ${name.padEnd(12)}${rest}`.trimEnd();
const greenLines = GATES.map(({ name, counts }) =>
  counts === undefined ? lineOf('ok', name) : `ok    ${name}, 2 passed, 0 failed`,
);

test('every gate runs to the end, prints a line as it ends, and the tests are counted', () => {
  const { code, lines, progress } = checkAll(green);
  expect(code).toBe(0);
  expect(
    lines
      .slice(0, -1)
      .map((line) => line.trimEnd())
      .toSorted(),
  ).toEqual(greenLines.toSorted());
  expect(lines.at(-1)).toBe(`${total} passed, 0 failed`);
  expect(progress.toSorted()).toEqual(GATES.map(({ name }) => `begin ${name}`).toSorted());
});

test.each([
  ['a gate that fails', { lint: 'echo why; false' }, 1],
  ['a gate whose script does not exist', { layers: 'node scripts/layers.mjs' }, 1],
  ['a gate without a script', { layers: undefined }, 1],
  ['failing tests', { 'tests:real': `${counted(6, 2)}; false` }, 2],
  ['failing tests that exit with 0', { 'tests:real': counted(6, 2) }, 2],
  ['tests that counted nothing', { 'tests:real': 'true' }, 1],
  ['no test at all', { packaging: counted(0, 0) }, 1],
  ['a test file that does not load', { 'tests:pure': `${counted(6, 0)}; false` }, 1],
  ['two gates', { format: '', 'format:check': 'false', types: 'false' }, 2],
] as const)('%s fails', (_, scripts, failed) => {
  const names = GATES.filter(({ script }) => script in scripts || script === 'lint').map(({ name }) => name);
  const { code, lines } = checkAll({ ...green, ...scripts }, ...names);
  expect({ code, failed: lines.at(-1)?.replace(/^\d+ passed, /, '') }).toEqual({ code: 1, failed: `${failed} failed` });
  expect(lines.filter((line) => /^(ok|FAIL) /.test(line))).toHaveLength(names.length);
});

test('what failed is named at the end once more, each test with its file and what it said', () => {
  const file = '/somewhere/tests/a.test.ts';
  const assertionResults = [
    { status: 'passed', fullName: 'is right', failureMessages: [] },
    { status: 'failed', fullName: 'is wrong', failureMessages: ['expected 1\nto be 2'] },
  ];
  const report = {
    numPassedTests: 1,
    numFailedTests: 1,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [
      { name: file, status: 'failed', message: '', assertionResults },
      { name: file, status: 'failed', message: 'no such module', assertionResults: [] },
    ],
  };
  const script = `printf %s '${JSON.stringify(report)}' > "$DASHPACK_TEST_COUNTS"; false`;
  const { lines } = checkAll({ ...green, 'tests:pure': script }, 'pure tests', 'lint');
  const at = lines.indexOf('failed: pure tests');
  expect(lines.slice(at).map((line) => line.replace(/\S*a\.test\.ts/, 'a.test.ts'))).toEqual([
    'failed: pure tests',
    '  a.test.ts > is wrong',
    '    expected 1',
    '    to be 2',
    '  a.test.ts',
    '    no such module',
    '1 passed, 1 failed',
  ]);
});

test('with --changed, only gates whose inputs changed run; what failed runs again', () => {
  const folder = checkout({ ...green, lint: 'test ! -e wrong.js' });
  const own = ['layers', 'lint', 'generated'];
  const check = (): readonly string[] => runIn(folder, ['--changed', ...own]).lines.toSorted();
  const same = (name: string): string =>
    lineOf('same', name, ' green before, and nothing that it depends on has changed');
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const none = '0 passed, 0 failed';
  expect(check()).toEqual([none, ...own.map((name) => lineOf('ok', name))].toSorted());
  expect(check()).toEqual([none, ...own.map(same)].toSorted());
  write('src/a.ts', 'export const a = 1;');
  expect(check()).toEqual([none, lineOf('ok', 'layers'), lineOf('ok', 'lint'), same('generated')].toSorted());
  write('src/a.ts', 'export const a = 2;');
  write('src/a.ts', 'export const a = 1;');
  expect(check()).toEqual([none, ...own.map(same)].toSorted());
  write('wrong.js', '');
  for (let time = 0; time < 2; time += 1) expect(check()).toContain(lineOf('FAIL', 'lint'));
  rmSync(join(folder, 'wrong.js'));
  expect(check()).toContain(lineOf('ok', 'lint'));
  expect(runIn(folder, own).lines.toSorted()).toEqual([none, ...own.map((name) => lineOf('ok', name))].toSorted());
});

test.each([
  ['', 'skip', 0],
  ['true', 'FAIL', 1],
])('without Prometheus 3, and CI=%j: %s', (CI, said, failed) => {
  const folder = checkout(green);
  rmSync(join(folder, nextRelease.folder, 'promtool'));
  expect(runIn(folder, ['prometheus 3'], { CI })).toMatchObject({
    code: failed,
    lines: [
      `${said}  prometheus 3 Prometheus 3 is not here (no promtool): npm run servers`,
      ...(failed === 0 ? [] : ['failed: prometheus 3']),
      `0 passed, ${failed} failed`,
    ],
  });
});

test('a gate that is not there is wrong usage', () => {
  expect(checkAll(green, 'lnit')).toMatchObject({
    code: 2,
    progress: ['check-all: no such gate: lnit', expect.stringContaining('choose from compile, ')],
  });
});

test('every gate that has inputs has files among them, and CONTRIBUTING.md has a line for each gate', () => {
  const files = inputs.hashFiles(repository);
  const blind = GATES.flatMap((gate) =>
    gate.inputs
      .filter((glob) => Object.keys(inputs.filesOf([glob], files)).length === 0)
      .map((glob) => `${gate.name}: ${glob}`),
  );
  expect(blind).toEqual([]);
  const table = readFileSync(join(repository, 'CONTRIBUTING.md'), 'utf8');
  expect(
    [...table.matchAll(/^\| (.+?) +\| +`npm run ([^`]+)` +\|/gm)]
      .map(([, name, script]) => `${name}: ${script}`)
      .toSorted(),
  ).toEqual(GATES.map(({ name, script }) => `${name}: ${script}`).toSorted());
});

test('package.json has the script of every gate, and each names files that exist', () => {
  const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  const commands = GATES.map(({ script }) => [script, scripts[script]] as const);
  expect(commands.filter(([, command]) => typeof command !== 'string')).toEqual([]);
  const files = commands.flatMap(([, command]) =>
    [...String(command).matchAll(/node (scripts\/\S+)/g)].map(([, file]) => file ?? ''),
  );
  expect(files.filter((file) => !existsSync(join(repository, file)))).toEqual([]);
});
