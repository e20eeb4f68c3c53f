import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../model/failure.js';
import { statDisk } from './disk-file.js';
import { errorCode, fileSystemFailure } from './file-system-failure.js';

/** Walks the folders between a pack's folder and a path in it, and never through a symbolic link. */
export interface RealFolders {
  /**
   * Sees that no existing folder on the way to the path is a symbolic link.
   *
   * @throws Failure that names the link.
   */
  check(path: string): void;
  /**
   * Creates the missing folders on the way to the path.
   *
   * @throws Failure where one is a symbolic link or a file, or cannot be created.
   */
  create(path: string): void;
}

/** Creates the walker of one pack; it remembers the folders that it saw, so use it for one step of a build only. */
export function createRealFolders(packFolder: string): RealFolders {
  const seen = new Set<string>();

  const isReal = (folder: string): boolean => {
    const stats = statDisk(join(packFolder, folder));
    if (stats?.isSymbolicLink() === true) throw isLink(join(packFolder, folder));
    return stats?.isDirectory() === true;
  };

  const make = (folder: string): void => {
    const path = join(packFolder, folder);
    try {
      mkdirSync(path);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST' || !isReal(folder)) throw fileSystemFailure(error, 'create the folder', path);
    }
  };

  return {
    check(path) {
      if (seen.has(path.slice(0, path.lastIndexOf('/')))) return;
      for (const folder of parents(path)) {
        if (seen.has(folder)) continue;
        if (!isReal(folder)) return;
        seen.add(folder);
      }
    },
    create(path) {
      for (const folder of parents(path)) {
        if (seen.has(folder)) continue;
        make(folder);
        seen.add(folder);
      }
    },
  };
}

/** The pack's folder, as '', and every folder from there to the path, outermost first. */
function parents(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return ['', ...parts.map((_part, index) => parts.slice(0, index + 1).join('/'))];
}

function isLink(path: string): Failure {
  return new Failure(`${path} is a symbolic link; dashpack writes and deletes only inside the pack's own folder`, {
    next: `replace the link with a folder (rm ${path}), or point --out at the place that it leads to`,
  });
}
