import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { errorCode, fileSystemFailure } from './file-system-failure.js';
import { manifestName, stagingName } from './pack-path.js';

/**
 * Lists what stands below a pack's folder and is not a folder, sorted by code unit, as paths with `/` between the
 * parts; symbolic links are listed, not followed, and so is, with a `/` at its end, a folder that may not be read.
 * dashpack's own files are left out. Nothing where the folder is missing.
 *
 * @param below Only what stands below this folder of the pack; '' for everything.
 * @throws Failure where the disk fails.
 */
export function listFiles(folder: string, below = ''): readonly string[] {
  const found: string[] = [];
  const pending = [below];
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    const entries = readFolder(join(folder, current));
    if (entries === undefined) found.push(`${current}/`);
    for (const entry of entries ?? []) {
      const path = current === '' ? entry.name : `${current}/${entry.name}`;
      if (path === manifestName || path === stagingName) continue;
      if (entry.isDirectory()) pending.push(path);
      else found.push(path);
    }
  }
  return found.sort();
}

function readFolder(path: string): readonly Dirent[] | undefined {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return [];
    if (code === 'EACCES' || code === 'EPERM') return undefined;
    throw fileSystemFailure(error, 'list the folder', path);
  }
}
