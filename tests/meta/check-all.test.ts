import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository, run, writeTree } from './tree.js';

const nextRelease = JSON.parse(readFileSync(join(repository, 'scripts/servers/next-release.json'), 'utf8'));
const green = Object.fromEntries(
  [
    'compile',
    'format:check',
    'lint',
    'types',
    'layers',
    'zero-diff',
    'generated',
    'prove',
    'prometheus-3',
    'legacy-map',
  ].map((name) => [name, 'true']),
);
const counted = (passed: number, failed: number): string =>
  `echo '{"numPassedTests":${passed},"numFailedTests":${failed},"numPendingTests":0,"numTodoTests":0}' > "$DASHPACK_TEST_COUNTS"`;

/** Runs every gate of a project whose package.json has these scripts; returns the exit code, and the lines of the gates without their times. */
function checkAll(
  scripts: Readonly<Record<string, string | undefined>>,
  ...gates: readonly string[]
): { readonly code: number | null; readonly lines: readonly string[] } {
  return runIn(checkout(scripts), gates);
}

/** A project with the gates, whose package.json has these scripts, and the servers of the next release. */
function checkout(scripts: Readonly<Record<string, string | undefined>>): string {
  const folder = join(writeTree({ 'checkout/package.json': JSON.stringify({ scripts }) }), 'checkout');
  for (const path of ['scripts/check-all.mjs', 'scripts/servers'])
    cpSync(join(repository, path), join(folder, path), { recursive: true });
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
  gates: readonly string[],
  env: Readonly<Record<string, string>> = {},
): { readonly code: number | null; readonly lines: readonly string[] } {
  const { code, printed } = run(process.execPath, ['scripts/check-all.mjs', ...gates], folder, {
    PEAK_TRADE_LEGACY: 'anywhere',
    ...env,
  });
  return {
    code,
    lines: printed
      .trim()
      .split('\n')
      .map((line) => line.replace(/ +\d+\.\d s/, '')),
  };
}

test('every gate runs to the end, and the tests are counted', () => {
  const { code, lines } = checkAll({ ...green, tests: counted(7, 0), packaging: counted(2, 0) });
  expect({ code, lines }).toEqual({
    code: 0,
    lines: [
      'ok    compile',
      'ok    format',
      'ok    lint',
      'ok    types',
      'ok    layers',
      'ok    tests          7 passed, 0 failed',
      'ok    zero diff',
      'ok    generated',
      'ok    packaging      2 passed, 0 failed',
      'ok    proof',
      'ok    prometheus 3',
      'ok    legacy map',
      '9 passed, 0 failed',
    ].map((line) => expect.stringMatching(new RegExp(`^${line.replaceAll(/ {2,}/g, ' +')}$`))),
  });
});

test.each([
  ['a gate that fails', { lint: 'echo why; false' }, 1],
  ['a gate whose script does not exist', { 'legacy-map': 'node scripts/legacy-map.mjs' }, 1],
  ['a gate without a script', { layers: undefined }, 1],
  ['failing tests', { tests: `${counted(6, 2)}; false` }, 2],
  ['failing tests that exit with 0', { tests: counted(6, 2) }, 2],
  ['tests that counted nothing', { tests: 'true' }, 1],
  ['no test at all', { packaging: counted(0, 0) }, 1],
  ['a test file that does not load', { tests: `${counted(6, 0)}; false` }, 1],
  ['two gates', { format: '', 'format:check': 'false', types: 'false' }, 2],
] as const)('%s fails', (_, scripts, failed) => {
  const { code, lines } = checkAll({ ...green, tests: counted(7, 0), packaging: counted(2, 0), ...scripts });
  expect({ code, failed: lines.at(-1)?.replace(/^\d+ passed, /, '') }).toEqual({ code: 1, failed: `${failed} failed` });
  expect(lines.filter((line) => /^(ok|FAIL) /.test(line))).toHaveLength(12);
});

test.each([
  ['', 'skip', 0],
  ['true', 'FAIL', 1],
])('without Prometheus 3, and CI=%j: %s', (CI, said, failed) => {
  const folder = checkout(green);
  rmSync(join(folder, nextRelease.folder, 'promtool'));
  expect(runIn(folder, ['prometheus 3'], { CI })).toEqual({
    code: failed,
    lines: [
      `${said}  prometheus 3 Prometheus 3 is not here (no promtool): npm run servers`,
      `0 passed, ${failed} failed`,
    ],
  });
});

test('a gate that is not there is wrong usage', () => {
  expect(checkAll(green, 'lnit')).toEqual({
    code: 2,
    lines: ['check-all: no such gate: lnit', expect.stringContaining('choose from compile, format')],
  });
});

test('package.json has the script of every gate, and each names files that exist', () => {
  const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  const gates = readFileSync(join(repository, 'scripts/check-all.mjs'), 'utf8').matchAll(/script: '([^']+)'/g);
  const commands = [...gates].map(([, name]) => [name, scripts[name ?? '']] as const);
  expect(commands.filter(([, command]) => typeof command !== 'string')).toEqual([]);
  const files = commands.flatMap(([, command]) =>
    [...String(command).matchAll(/node (scripts\/\S+)/g)].map(([, file]) => file ?? ''),
  );
  expect(files.filter((file) => !existsSync(join(repository, file)))).toEqual([]);
});
