import { lstatSync, readdirSync, rmdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { statDisk } from './disk-file.js';
import { onDisk } from './file-system-failure.js';
import { stagingName } from './pack-path.js';
import { createRealFolders } from './real-folders.js';

/** A pack's unfinished files: `<pack>/.dashpack/<n>.tmp`, beside what Grafana loads, under names that it does not. */
export interface Staging {
  /**
   * Writes a file and returns where it is.
   *
   * @throws Failure where it cannot be written.
   */
  write(bytes: Buffer | string): number;
  /** Where the n-th file is. */
  path(number: number): string;
  /** Removes the files, and the folders that were created for them and are empty. Never throws. */
  clear(): void;
}

/** Creates the staging of one pack; nothing is on disk before the first write. */
export function createStaging(packFolder: string): Staging {
  const folder = join(packFolder, stagingName);
  const path = (number: number): string => join(folder, `${number}.tmp`);
  /** Innermost first. */
  const created: string[] = [];
  let count = 0;

  const createFolder = (): void => {
    if (statDisk(packFolder) === undefined) created.unshift(packFolder);
    createRealFolders(packFolder).create(`${stagingName}/x`);
    // Only now is it certain that the folder is none that a link leads to.
    created.unshift(folder);
  };
  return {
    path,
    write(bytes) {
      if (!created.includes(folder)) createFolder();
      count += 1;
      onDisk('write', path(count), () => writeFileSync(path(count), bytes, { flag: 'wx' }));
      return count;
    },
    clear() {
      if (created.includes(folder)) removeFiles(folder);
      for (const each of created.splice(0)) removeFolder(each);
    },
  };
}

/**
 * Removes what killed builds left in the staging folders below the output folder. Call it under the lock only.
 *
 * @throws Failure where the output folder cannot be read.
 */
export function clearStaging(out: string): void {
  for (const entry of onDisk('list the folder', out, () => readdirSync(out, { withFileTypes: true }))) {
    if (!entry.isDirectory()) continue;
    const folder = join(out, entry.name, stagingName);
    if (!isRealFolder(folder)) continue;
    removeFiles(folder);
    removeFolder(folder);
  }
}

/** False also where it cannot be told: then it is not in a folder of ours. */
function isRealFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Only what a build can have left: somebody else's file stays. */
function removeFiles(folder: string): void {
  let names: readonly string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  for (const name of names) {
    if (!/^\d+\.tmp$/.test(name)) continue;
    try {
      unlinkSync(join(folder, name));
    } catch {
      // The next build tries again.
    }
  }
}

function removeFolder(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Not empty, or gone.
  }
}
