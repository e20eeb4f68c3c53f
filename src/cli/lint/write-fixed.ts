import { closeSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { LintFile } from './walk.js';

/**
 * Writes a corrected JSON file, so that at any time the old or the new one stands there, whole.
 *
 * @returns false, and does nothing, where what came of the changes is no JSON
 */
export function writeFixed({ path }: LintFile, text: string): boolean {
  if (!isJson(text)) return false;
  replaceFile(realpathSync(path), text);
  return true;
}

/** Replaces a file by way of one beside it. */
export function replaceFile(path: string, text: string): void {
  const draft = `${path}.${process.pid}.tmp`;
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  try {
    const handle = openSync(draft, 'w', mode);
    try {
      writeFileSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** True where a text is JSON. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
