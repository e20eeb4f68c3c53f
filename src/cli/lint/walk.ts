import { lstatSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Failure } from '../../core/model/failure.js';
import { relativePath } from '../relative-path.js';

/** A file that is linted. */
export interface LintFile {
  /** Absolute. */
  readonly path: string;
  /** From the working folder. */
  readonly name: string;
  /** True where it was named, rather than found in a folder. */
  readonly isNamed: boolean;
  /** In bytes. */
  readonly size: number;
}

/** The files to lint, and the folders and links that were left out. */
export interface Walk {
  readonly files: readonly LintFile[];
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
}

const documents = /\.(?:json|ya?ml)$/i;
const foreign: ReadonlySet<string> = new Set(['node_modules', '.git']);

/**
 * Finds the files below paths, in the order of their names. A file that is named is linted whatever its name ends in.
 *
 * @throws Failure where there is no such file or folder
 */
export function walk(paths: readonly string[], cwd: string): Walk {
  const files = new Map<string, LintFile>();
  const skipped: { name: string; reason: string }[] = [];
  const skip = (path: string, reason: string): void => {
    skipped.push({ name: relativePath(cwd, path), reason });
  };
  const visit = (folder: string): void => {
    for (const entry of readFolder(folder, skip)) {
      const path = join(folder, entry);
      if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true) {
        if (foreign.has(entry)) skip(path, 'folders of other tools');
        else visit(path);
      } else if (documents.test(entry)) {
        const stats = statSync(path, { throwIfNoEntry: false });
        if (stats?.isFile() === true) add(path, stats.size, false);
        else skip(path, 'links that lead to no file');
      }
    }
  };
  const add = (path: string, size: number, isNamed: boolean): void => {
    if (!files.has(path)) files.set(path, { path, name: relativePath(cwd, path), isNamed, size });
  };
  for (const name of paths) {
    const path = resolve(cwd, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) {
      throw new Failure(`there is no file or folder ${name}`, {
        next: 'correct the path: dashpack lint <file or folder>',
      });
    }
    if (stats.isDirectory()) visit(path);
    else add(path, stats.size, true);
  }
  return { files: [...files.values()], skipped };
}

function readFolder(folder: string, skip: (path: string, reason: string) => void): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    skip(folder, `folders that cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
    return [];
  }
}
