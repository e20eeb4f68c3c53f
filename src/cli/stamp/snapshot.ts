import { lstatSync, readdirSync, realpathSync, statSync, type BigIntStats } from 'node:fs';

/** One file as it was. */
export interface FileStamp {
  readonly path: string;
  /** Its inode: device, number, size and the times of the last changes, in nanoseconds. */
  readonly inode: string;
  /** Of its content. Absent for installed packages, which nobody edits: their inode must be the same. */
  readonly hash?: string;
  /** True for what dashpack wrote: a link to the same content is something else. */
  readonly isOwn?: true;
}

/** The entries of one folder: its names with their kinds, sorted. */
export interface FolderStamp {
  readonly path: string;
  readonly inode: string;
  readonly names: readonly string[];
}

/** Everything that a result depends on, as it was when the result was made. */
export interface Snapshot {
  /** When the work began that led to the result, in milliseconds since 1970. */
  readonly began: number;
  readonly files: readonly FileStamp[];
  readonly folders: readonly FolderStamp[];
  /** Symbolic links in those folders, and where they lead. */
  readonly links: readonly (readonly [link: string, target: string])[];
  /** The paths that were not there, and would be looked at if it were. */
  readonly absent: readonly string[];
}

/** File systems count time in steps, the coarsest of them in two seconds: a younger inode proves nothing. */
export const coarsestStep = 2000;

/**
 * Compares the disk with a snapshot: undefined where anything is different, or cannot be told; otherwise the snapshot
 * as it is now, with fewer contents to compare next time.
 *
 * @param now in milliseconds since 1970. Where the clock was put back, every content is compared.
 */
export async function renewSnapshot(snapshot: Snapshot, now: number): Promise<Snapshot | undefined> {
  try {
    const trusted = now < snapshot.began ? -1 : snapshot.began - coarsestStep;
    if (snapshot.absent.some((path) => lstatSync(path, { throwIfNoEntry: false }) !== undefined)) return undefined;
    if (snapshot.links.some(([link, target]) => realpathSync(link) !== target)) return undefined;
    const folders = snapshot.folders.map((folder) => renewFolder(folder, trusted));
    if (folders.includes(undefined)) return undefined;
    const files: FileStamp[] = [];
    for (const file of snapshot.files) {
      const renewed = await renewFile(file, trusted);
      if (renewed === undefined) return undefined;
      files.push(renewed);
    }
    const isSame =
      folders.every((folder, index) => folder === snapshot.folders[index]) &&
      files.every((file, index) => file === snapshot.files[index]);
    return isSame
      ? snapshot
      : { ...snapshot, began: now, files, folders: folders.filter((each) => each !== undefined) };
  } catch {
    return undefined;
  }
}

/** The inode of a file or folder, as text, and when it last changed. */
export function readInode(path: string, isOwn = false): { readonly inode: string; readonly stats: BigIntStats } {
  const stats = isOwn ? lstatSync(path, { bigint: true }) : statSync(path, { bigint: true });
  return { inode: `${stats.dev}:${stats.ino}:${stats.size}:${stats.mtimeNs}:${stats.ctimeNs}`, stats };
}

/** The names in a folder with their kinds, sorted by code unit. */
export function listNames(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true })
    .map((entry) => `${entry.name}${entry.isSymbolicLink() ? '@' : entry.isDirectory() ? '/' : ''}`)
    .sort();
}

/** The same object where its inode says enough; a new one where its content had to be compared. */
async function renewFile(file: FileStamp, trusted: number): Promise<FileStamp | undefined> {
  const { inode, stats } = readInode(file.path, file.isOwn);
  if (!stats.isFile()) return undefined;
  if (inode === file.inode && Number(stats.ctimeMs) < trusted) return file;
  if (file.hash === undefined) return undefined;
  const { hashFile } = await import('./hash-file.js');
  return hashFile(file.path) === file.hash ? { ...file, inode } : undefined;
}

function renewFolder(folder: FolderStamp, trusted: number): FolderStamp | undefined {
  const { inode, stats } = readInode(folder.path);
  if (inode === folder.inode && Number(stats.ctimeMs) < trusted) return folder;
  const names = listNames(folder.path);
  const isSame = names.length === folder.names.length && names.every((name, index) => name === folder.names[index]);
  return isSame ? { ...folder, inode } : undefined;
}
