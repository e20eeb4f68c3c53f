import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Creates a folder that the end of the test removes. */
export function createTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dashpack-emit-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files by hand, as somebody who is not dashpack would. */
export function writeTree(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Reads everything below a folder: files as text, links as `-> target`, empty folders as `path/`. */
export function readTree(folder: string): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  const visit = (path: string): void => {
    const stats = lstatSync(join(folder, path));
    if (stats.isSymbolicLink()) files[path] = `-> ${readlinkSync(join(folder, path))}`;
    else if (stats.isFile()) files[path] = readFileSync(join(folder, path), 'utf8');
    else {
      const names = readdirSync(join(folder, path)).sort();
      if (names.length === 0) files[`${path}/`] = '';
      for (const name of names) visit(path === '' ? name : `${path}/${name}`);
    }
  };
  visit('');
  return files;
}

/** The times of change of everything below a folder, in nanoseconds. */
export function readTimes(folder: string): Readonly<Record<string, string>> {
  const times: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const { mtimeNs, ctimeNs, ino } = lstatSync(join(folder, entry), { bigint: true });
    times[entry] = `${ino} ${mtimeNs} ${ctimeNs}`;
  }
  return times;
}
