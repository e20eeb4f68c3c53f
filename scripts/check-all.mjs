// Runs every gate to the end, prints one line for each, and fails when one failed: `npm test`.
//
//   node scripts/check-all.mjs [gate …]
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lacking } from './servers/next-release.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules', '.cache', 'dashpack');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** How much of what a failed gate printed is repeated. */
const LINES = 120;

/**
 * `script` is one of package.json's. Where it runs tests, `counts` is where vitest writes how many. A gate that `lacks`
 * something (which returns a sentence then) is skipped; where it `mustRun`, it fails in continuous integration.
 */
const GATES = [
  { name: 'compile', script: 'compile' },
  { name: 'format', script: 'format:check' },
  { name: 'lint', script: 'lint' },
  { name: 'types', script: 'types' },
  { name: 'layers', script: 'layers' },
  { name: 'tests', script: 'tests', counts: 'tests.json' },
  { name: 'zero diff', script: 'zero-diff' },
  { name: 'generated', script: 'generated' },
  { name: 'packaging', script: 'packaging', counts: 'packaging.json' },
  { name: 'proof', script: 'prove' },
  { name: 'prometheus 3', script: 'prometheus-3', lacks: () => lacking(), mustRun: true },
  { name: 'legacy map', script: 'legacy-map', lacks: () => unset('PEAK_TRADE_LEGACY') },
];

process.exitCode = await main(process.argv.slice(2));

async function main(names) {
  const unknown = names.filter((name) => !GATES.some((gate) => gate.name === name));
  if (unknown.length > 0) {
    console.error(`check-all: no such gate: ${unknown.join(', ')}`);
    console.error(`  next: choose from ${GATES.map((gate) => gate.name).join(', ')}`);
    return 2;
  }
  mkdirSync(cache, { recursive: true });
  const total = { passed: 0, failed: 0 };
  for (const gate of GATES) {
    if (names.length > 0 && !names.includes(gate.name)) continue;
    const { passed, failed } = await check(gate);
    total.passed += passed;
    total.failed += failed;
  }
  writeFileSync(join(cache, 'check-all.json'), `${JSON.stringify(total)}\n`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 ? 1 : 0;
}

/**
 * Runs one gate, prints its line and, where it failed, what it printed. Returns how many of its tests passed and failed;
 * a gate that failed without a failing test counts as one failure.
 */
async function check({ name, script, counts, lacks, mustRun }) {
  const lack = lacks?.();
  if (lack !== undefined) {
    const isFailure = mustRun === true && Boolean(process.env.CI); // a green result that checked nothing is none
    console.log(`${isFailure ? 'FAIL' : 'skip'}  ${name.padEnd(12)} ${lack}`);
    return { passed: 0, failed: isFailure ? 1 : 0 };
  }
  const countFile = counts === undefined ? undefined : join(cache, counts);
  if (countFile !== undefined) rmSync(countFile, { force: true });
  const began = performance.now();
  const { code, printed } = await run(script, countFile);
  const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(6);

  const tests = countFile === undefined ? undefined : readCounts(countFile);
  const isGreen = code === 0 && (tests === undefined || (tests.passed > 0 && tests.failed === 0));
  console.log(`${isGreen ? 'ok   ' : 'FAIL '} ${name.padEnd(12)} ${seconds} s${printCounts(tests)}`);
  if (!isGreen) console.log(quote(printed, script));
  return { passed: tests?.passed ?? 0, failed: isGreen ? 0 : Math.max(tests?.failed ?? 0, 1) };
}

/** Why there is nothing to compare with. */
function unset(variable) {
  return process.env[variable] ? undefined : `the environment variable ${variable} names no folder`;
}

/** Runs a script of package.json as npm does; returns its exit code and all that it printed. */
async function run(script, countFile) {
  if (scripts[script] === undefined) return { code: 1, printed: `package.json has no script ${script}` };
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH: path, NO_COLOR: '1', DASHPACK_TEST_COUNTS: countFile ?? '' };
  delete env.FORCE_COLOR;
  const child = spawn(scripts[script], { shell: true, cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const parts = [];
  child.stdout.setEncoding('utf8').on('data', (text) => parts.push(text));
  child.stderr.setEncoding('utf8').on('data', (text) => parts.push(text));
  const [code, signal] = await once(child, 'close');
  if (signal !== null) parts.push(`\nended by ${signal}`);
  return { code, printed: parts.join('') };
}

/** What vitest's JSON reporter counted; a run that wrote nothing proved nothing. */
function readCounts(file) {
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(file, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

function printCounts(tests) {
  if (tests === undefined) return '';
  return `   ${tests.passed} passed, ${tests.failed} failed${tests.skipped > 0 ? `, ${tests.skipped} skipped` : ''}`;
}

/** Sets what a gate printed apart from the lines of the gates. */
function quote(printed, script) {
  const lines = printed.trim().split('\n');
  const shown = lines.slice(0, LINES);
  if (lines.length > LINES) shown.push(`… ${lines.length - LINES} more lines: npm run ${script}`);
  return shown.map((line) => `      | ${line}`.trimEnd()).join('\n');
}
