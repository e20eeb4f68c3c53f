import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

/** The checkout that is tested. */
export const repository = resolve(import.meta.dirname, '../..');

/** Writes files into a new folder, which is removed when the test ends, and returns its path. */
export function writeTree(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dashpack-meta-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Runs a program to its end; returns its exit code and all that it printed. */
export function run(
  command: string,
  args: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>> = {},
): { readonly code: number | null; readonly printed: string } {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (error !== undefined) throw error;
  return { code: status, printed: stdout + stderr };
}

/** Runs one of the scripts of this repository with Node. */
export function runScript(
  script: string,
  args: readonly string[],
  folder: string = repository,
): ReturnType<typeof run> {
  return run(process.execPath, [join(repository, 'scripts', script), ...args], folder);
}
