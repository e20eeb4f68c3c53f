import { Failure } from '../model/failure.js';
import { findPathProblem, foldCase } from './pack-path.js';

/** The paths that one build gives a pack; no two of them can be one file, on any file system. */
export interface PathRegister {
  /** @throws Failure that names the path where it is unsafe, or clashes with one that was added before. */
  add(path: string): void;
  has(path: string): boolean;
  /** The path that was added under this spelling, or under one that differs by case only. */
  find(path: string): string | undefined;
  /** Every path that was added, sorted by code unit. */
  list(): readonly string[];
}

/** Creates the register of one pack; its name is for the messages. */
export function createPathRegister(pack: string): PathRegister {
  const files = new Map<string, string>();
  const folders = new Map<string, string>();

  const addFolders = (path: string): void => {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      const folded = foldCase(folder);
      const known = folders.get(folded);
      if (known === folder) return;
      if (known !== undefined) throw clash(pack, `the folders ${known} and ${folder} differ only by case`);
      if (files.has(folded)) throw clash(pack, `${files.get(folded)} is a file, and ${path} needs it as a folder`);
      folders.set(folded, folder);
    }
  };

  return {
    add(path) {
      const problem = findPathProblem(path);
      if (problem !== undefined) throw clash(pack, `the path ${JSON.stringify(path)} ${problem}`);
      const folded = foldCase(path);
      const known = files.get(folded);
      if (known === path) throw clash(pack, `two files have the path ${path}`);
      if (known !== undefined) throw clash(pack, `the paths ${known} and ${path} differ only by case`);
      if (folders.has(folded)) throw clash(pack, `${path} is a file, and another path needs it as a folder`);
      addFolders(path);
      files.set(folded, path);
    },
    has: (path) => files.get(foldCase(path)) === path,
    find: (path) => files.get(foldCase(path)),
    list: () => [...files.values()].sort(),
  };
}

function clash(pack: string, problem: string): Failure {
  return new Failure(`pack ${pack}: ${problem}`, { next: 'change the uid, folder or file name of one of them' });
}
