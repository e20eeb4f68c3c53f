// Runs one gate: a script of package.json, as npm does.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/**
 * Runs a gate to its end. A gate that failed without a failing test counts as one failure.
 *
 * @param tell is told each line that the gate prints
 * @returns `isGreen`, the tests that `passed`, `failed` and were `skipped` where it counts some, which `failures` there
 * were (each a file, a name and what it said), and all that the gate `printed`
 */
export async function runGate({ script, counts }, { root, cache, scripts }, tell) {
  const countFile = counts === undefined ? undefined : join(cache, counts);
  if (countFile !== undefined) rmSync(countFile, { force: true });
  const { code, printed } = await runScript(scripts[script], script, { root, countFile }, tell);
  const tests = countFile === undefined ? undefined : readCounts(countFile, root);
  const isGreen = code === 0 && (tests === undefined || (tests.passed > 0 && tests.failed === 0));
  const failed = isGreen ? 0 : Math.max(tests?.failed ?? 0, 1);
  return { isGreen, tests, printed, passed: tests?.passed ?? 0, failed, failures: tests?.failures ?? [] };
}

async function runScript(command, name, { root, countFile }, tell) {
  if (command === undefined) return { code: 1, printed: `package.json has no script ${name}` };
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH: path, NO_COLOR: '1', DASHPACK_TEST_COUNTS: countFile ?? '' };
  delete env.FORCE_COLOR;
  const child = spawn(command, { shell: true, cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const parts = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      parts.push(text);
      const line = stripVTControlCharacters(text).trim().split('\n').at(-1)?.trim() ?? '';
      if (line !== '') tell(line);
    });
  }
  const [code, signal] = await once(child, 'close');
  if (signal !== null) parts.push(`\nended by ${signal}`);
  return { code, printed: parts.join('') };
}

/** What vitest's JSON reporter wrote; a run that wrote nothing proved nothing. */
function readCounts(file, root) {
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0, failures: [] };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: (report.testResults ?? []).flatMap((result) => failuresOf(result, relative(root, result.name))),
  };
}

/** The tests of a file that failed, or the file itself where it failed before its first test. */
function failuresOf({ status, message, assertionResults }, file) {
  const tests = assertionResults.filter((test) => test.status === 'failed');
  if (tests.length === 0) return status === 'failed' ? [{ file, name: '', said: message }] : [];
  return tests.map(({ fullName, failureMessages }) => ({ file, name: fullName, said: failureMessages.join('\n') }));
}
