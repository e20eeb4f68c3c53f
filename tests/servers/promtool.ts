import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { installed } from './versions.js';

/** What a finished promtool left behind. */
export interface PromtoolResult {
  readonly code: number | null;
  readonly printed: string;
}

/** Runs the real promtool in a folder, with a text on its standard input. @throws where it is not installed, saying how to install it */
export function promtool(args: readonly string[], cwd: string, input = '', servers = installed): PromtoolResult {
  const { status, stdout, stderr, error } = spawnSync(servers.promtool, args, { cwd, input, encoding: 'utf8' });
  if (error !== undefined) throw new Error('promtool is not installed: apt-get install prometheus', { cause: error });
  return { code: status, printed: `${stdout}${stderr}` };
}

/** Writes files into a new folder, which goes with the test. */
export function temporaryFiles(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dashpack-rules-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Runs unit tests of rules. JSON is YAML. */
export function testRules(
  rules: unknown,
  tests: Readonly<Record<string, unknown>>,
  servers = installed,
): PromtoolResult {
  const folder = temporaryFiles({
    'rules.yml': JSON.stringify(rules),
    'test.yml': JSON.stringify({ rule_files: ['rules.yml'], ...tests }),
  });
  return promtool(['test', 'rules', 'test.yml'], folder, '', servers);
}
