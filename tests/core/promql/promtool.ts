import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installed, type Servers } from '../../servers/versions.js';

/** What promtool said, and whether it was content. */
export interface Verdict {
  readonly ok: boolean;
  readonly output: string;
}

/** Throws, saying how to install it, where promtool is missing: a test that needs it must not pass without. */
export function assertPromtool(): void {
  const { error } = spawnSync('promtool', ['--version']);
  if (error !== undefined) {
    throw new Error(
      'promtool is not installed: apt-get update && apt-get install -y prometheus (and stop its service)',
      { cause: error },
    );
  }
}

/** Has promtool read expressions, each as a recording rule, in one call. */
export function checkRules(expressions: readonly string[], servers = installed): Verdict {
  const rules = expressions.map((expr, index) => ({ record: `r${index}`, expr }));
  return run(servers, ['check', 'rules', 'rules.json'], { 'rules.json': { groups: [{ name: 'all', rules }] } });
}

/** Which of the expressions promtool refuses, read in one call. */
export function refused(expressions: readonly string[], servers = installed): readonly string[] {
  const { ok, output } = checkRules(expressions, servers);
  const indices = new Set(
    [...output.matchAll(/"r(\d+)": could not parse expression/g)].map((match) => Number(match[1])),
  );
  if (!ok && indices.size === 0) throw new Error(`promtool failed: ${output}`);
  return expressions.filter((_, index) => indices.has(index));
}

/** Has promtool evaluate expressions of numbers and compare, in one call. */
export function valueProblems(
  cases: readonly { readonly expr: string; readonly value: number }[],
  servers = installed,
): Verdict {
  const tests = cases.map(({ expr, value }) => ({
    expr: `vector(${expr})`,
    eval_time: '0m',
    exp_samples: [{ labels: '{}', value }],
  }));
  const file = { evaluation_interval: '1m', tests: [{ interval: '1m', input_series: [], promql_expr_test: tests }] };
  return run(servers, ['test', 'rules', 'test.json'], { 'test.json': file });
}

/** JSON is YAML. */
function run({ promtool }: Servers, args: readonly string[], files: Readonly<Record<string, unknown>>): Verdict {
  const folder = mkdtempSync(join(tmpdir(), 'dashpack-promtool-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), JSON.stringify(content));
    return {
      ok: true,
      output: execFileSync(promtool, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe', maxBuffer: 1e9 }),
    };
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout?: string; readonly stderr?: string };
    return { ok: false, output: `${stdout ?? ''}${stderr ?? String(error)}` };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
