// Runs one gate: a script of package.json, as npm does.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/**
 * Runs a gate to its end. A gate that failed without a failing test counts as one failure.
 *
 * @param tell is told each line that the gate prints
 * @returns `isGreen`, the tests that `passed`, `failed` and were `skipped` where it counts some, and all that it `printed`
 */
export async function runGate({ script, counts }, { root, cache, scripts }, tell) {
  const countFile = counts === undefined ? undefined : join(cache, counts);
  if (countFile !== undefined) rmSync(countFile, { force: true });
  const { code, printed } = await runScript(scripts[script], script, { root, countFile }, tell);
  const tests = countFile === undefined ? undefined : readCounts(countFile);
  const isGreen = code === 0 && (tests === undefined || (tests.passed > 0 && tests.failed === 0));
  return { isGreen, tests, printed, passed: tests?.passed ?? 0, failed: isGreen ? 0 : Math.max(tests?.failed ?? 0, 1) };
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

/** The counts of vitest's JSON reporter; a run that wrote nothing proved nothing. */
function readCounts(file) {
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(file, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}
