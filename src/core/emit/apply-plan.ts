import { readdirSync, renameSync, rmdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { statDisk } from './disk-file.js';
import { errorCode, fileSystemFailure, onDisk } from './file-system-failure.js';
import { manifestName } from './pack-path.js';
import type { CommitPlan } from './plan-commit.js';
import { createRealFolders } from './real-folders.js';

/** The steps that a commit has done so far, as paths that include the output and the pack's folder. */
export interface Journal {
  readonly written: string[];
  readonly deleted: string[];
}

/**
 * Carries out one pack's plan, one atomic step after the other, and notes each in the journal.
 *
 * @throws Failure at the first step that the system refuses.
 */
export function applyPlan(plan: CommitPlan, journal: Journal): void {
  const { folder, staging, changed } = plan.stage;
  const folders = createRealFolders(folder);

  const replace = (staged: number, path: string): void => {
    const target = join(folder, path);
    folders.create(path);
    if (statDisk(target)?.isDirectory() === true) removeEmptyFolders(target);
    onDisk('replace', target, () => renameSync(staging.path(staged), target));
  };
  const removeAll = (paths: readonly string[]): void => {
    for (const path of paths) {
      if (unlink(join(folder, path))) journal.deleted.push(join(folder, path));
    }
    for (const path of plan.superfluous) removeEmptied(folder, path);
  };

  if (plan.firstManifest !== undefined) replace(plan.firstManifest, manifestName);
  for (const [from, to] of plan.respelled) {
    onDisk('rename', join(folder, from), () => renameSync(join(folder, from), join(folder, to)));
  }
  if (plan.deletedFirst.length > 0) removeAll(plan.deletedFirst);
  for (const path of plan.written) {
    replace(changed.get(path) as number, path);
    journal.written.push(join(folder, path));
  }
  removeAll(plan.deletedAfter);
  if (plan.lastManifest !== undefined) replace(plan.lastManifest, manifestName);
}

/** False where the file is gone already. */
function unlink(path: string): boolean {
  try {
    unlinkSync(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw fileSystemFailure(error, 'delete', path);
  }
}

/**
 * Removes the folders above a path that is gone, up to the pack's own, as far as nothing else is in them. A build that
 * was killed may have left them empty, or have removed the innermost ones.
 */
function removeEmptied(packFolder: string, path: string): void {
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    try {
      rmdirSync(join(packFolder, folder));
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') return;
    }
  }
}

/** Removes a tree of empty folders where a file must stand; any file in it stays, and so does what holds it. */
function removeEmptyFolders(folder: string): void {
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) removeEmptyFolders(join(folder, entry.name));
    }
    rmdirSync(folder);
  } catch {
    // The rename says what stands in the way.
  }
}
