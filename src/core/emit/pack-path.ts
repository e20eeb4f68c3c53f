import { Failure } from '../model/failure.js';

/** The folder in a pack's folder where a build keeps its unfinished files. */
export const stagingName = '.dashpack';

/** The file in a pack's folder that lists what dashpack owns there. */
export const manifestName = 'manifest.json';

/**
 * Says what is wrong with a path of a pack, as the end of a sentence; undefined for a path that can be written and
 * deleted safely: relative, `/` between the parts, below the pack's folder, and not one of dashpack's own files.
 */
export function findPathProblem(path: string): string | undefined {
  if (path === '') return 'is empty';
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'is absolute';
  if (path.includes('\\')) return 'has a backslash';
  if (/\p{Cc}/u.test(path)) return 'has a control character';
  const parts = path.split('/');
  if (parts.includes('..')) return 'leads out of the folder with ".."';
  if (parts.includes('') || parts.includes('.')) return 'has an empty part or a "."';
  const first = foldCase(parts[0] as string);
  return first === stagingName || foldCase(path) === manifestName ? "is one of dashpack's own files" : undefined;
}

/** Two paths with the same folded form are one file where case and the composition of accents do not count. */
export function foldCase(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/**
 * Refuses a pack's name that cannot be a folder directly below the output folder.
 *
 * @throws Failure that names the pack.
 */
export function assertPackName(pack: string): void {
  if (findPathProblem(pack) === undefined && !pack.includes('/') && !pack.startsWith('.')) return;
  throw new Failure(`the pack's name ${JSON.stringify(pack)} cannot be a folder's name`, {
    next: 'name the pack with letters, digits and hyphens: "peak-trade"',
  });
}
