// Runs the gates to the end, two at once, prints a line for each as it ends, and fails when one failed: `npm test`.
//
//   node scripts/check-all.mjs [--changed] [gate …]
//
// With --changed, a gate that was green with the same inputs is left out, and says so.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { hashFiles, hashInputs } from './gates/inputs.mjs';
import { openProgress } from './gates/progress.mjs';
import { runGate } from './gates/run-gate.mjs';
import { schedule } from './gates/schedule.mjs';
import { GATES } from './gates/table.mjs';
import { openVerdicts } from './gates/verdicts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules', '.cache', 'dashpack');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** How much of what a failed gate printed is repeated, from its end, where failures stand. */
const LINES = 80;

/** How much of what a failed test said is repeated at the end. */
const SAID = 12;

process.exitCode = await main();

async function main() {
  const { positionals: names, values } = parseArgs({
    allowPositionals: true,
    options: { changed: { type: 'boolean' } },
  });
  const unknown = names.filter((name) => !GATES.some((gate) => gate.name === name));
  if (unknown.length > 0) {
    console.error(`check-all: no such gate: ${unknown.join(', ')}`);
    console.error(`  next: choose from ${GATES.map((gate) => gate.name).join(', ')}`);
    return 2;
  }
  mkdirSync(cache, { recursive: true });
  const verdicts = openVerdicts(join(cache, 'gates.json'));
  const progress = openProgress();
  const total = { passed: 0, failed: 0 };
  const failures = [];
  const gates = GATES.filter(({ name }) => names.length === 0 || names.includes(name));
  await schedule(gates, Math.min(availableParallelism(), 2), async (gate) => {
    const result = await check(gate, { verdicts, progress, isChanged: values.changed === true });
    total.passed += result.passed;
    total.failed += result.failed;
    if (result.failed > 0) failures.push(printFailure(gate.name, result.failures));
  });
  progress.close();
  writeFileSync(join(cache, 'check-all.json'), `${JSON.stringify(total)}\n`);
  if (failures.length > 0) console.log(failures.join('\n')); // once more: a long log is cut in its middle
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 ? 1 : 0;
}

/** Runs one gate, prints its line and, where it failed, what it printed. Returns how many of its tests passed and failed. */
async function check(gate, { verdicts, progress, isChanged }) {
  const { name, script, lacks, mustRun } = gate;
  const lack = lacks?.();
  if (lack !== undefined) {
    const isFailure = mustRun === true && Boolean(process.env.CI); // a green result that checked nothing is none
    console.log(`${isFailure ? 'FAIL' : 'skip'}  ${name.padEnd(12)} ${lack}`);
    return { passed: 0, failed: isFailure ? 1 : 0, failures: [] };
  }
  const hash = () => (gate.inputs.length === 0 ? undefined : hashInputs(gate, hashFiles(root), scripts[script], root));
  const before = hash();
  if (isChanged && before !== undefined && verdicts.isGreen(name, before)) {
    console.log(`same  ${name.padEnd(12)} green before, and nothing that it depends on has changed`);
    return { passed: 0, failed: 0, failures: [] };
  }
  progress.begin(name);
  const began = performance.now();
  const result = await runGate(gate, { root, cache, scripts }, (line) => progress.tell(name, line));
  const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(6);
  progress.end(name);
  // What changed while it ran may not be what it saw.
  if (result.isGreen && before !== undefined && hash() === before) verdicts.remember(name, before);
  else verdicts.forget(name);
  console.log(`${result.isGreen ? 'ok   ' : 'FAIL '} ${name.padEnd(12)} ${seconds} s${printCounts(result.tests)}`);
  if (!result.isGreen) console.log(quote(result.printed, script));
  return result;
}

function printCounts(tests) {
  if (tests === undefined) return '';
  return `   ${tests.passed} passed, ${tests.failed} failed${tests.skipped > 0 ? `, ${tests.skipped} skipped` : ''}`;
}

/** A gate that failed, with its tests that did. */
function printFailure(gate, failures) {
  const tests = failures.map(({ file, name, said }) => {
    const lines = stripVTControlCharacters(said).trim().split('\n').slice(0, SAID);
    return [`  ${file}${name === '' ? '' : ` > ${name}`}`, ...lines.map((line) => `    ${line}`.trimEnd())].join('\n');
  });
  return [`failed: ${gate}`, ...tests].join('\n');
}

/** Sets what a gate printed apart from the lines of the gates. */
function quote(printed, script) {
  const lines = printed.trim().split('\n');
  const shown = lines.slice(-LINES);
  if (lines.length > LINES) shown.unshift(`… ${lines.length - LINES} lines before: npm run ${script}`);
  return shown.map((line) => `      | ${line}`.trimEnd()).join('\n');
}
