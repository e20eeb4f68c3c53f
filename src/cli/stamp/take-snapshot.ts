import { realpathSync, type BigIntStats } from 'node:fs';
import { join } from 'node:path';
import { hashFile } from './hash-file.js';
import { grewAsExpected, type Growth } from './growth.js';
import { coarsestStep, listNames, readInode, type FileStamp, type FolderStamp, type Snapshot } from './snapshot.js';

/** The files that a result was made of, to take a snapshot of. */
export interface Ingredients {
  /** When the work began: what changed since may not be what was read. In milliseconds since 1970. */
  readonly began: number;
  readonly files: Iterable<string>;
  readonly folders: Iterable<string>;
  /** The folders that the work itself may have added to those. */
  readonly growth?: readonly Growth[];
  readonly absent: readonly string[];
  /** Files as dashpack wrote them, or found them to be already, with the hash of their content. */
  readonly own?: ReadonlyMap<string, string>;
  /** The folders of those files. */
  readonly ownFolders?: readonly string[];
  /** Tells what is installed, and hence edited by nobody. */
  readonly isInstalled: (path: string) => boolean;
}

/** Most file systems count time in steps of a few milliseconds, and so does the clock that they ask. */
const timeStep = 20;

/** Takes a snapshot; undefined where something changed meanwhile, so that nobody can say what the result was made of. */
export function takeSnapshot(ingredients: Ingredients): Snapshot | undefined {
  const { began, own = new Map<string, string>(), ownFolders = [], growth = [], absent } = ingredients;
  try {
    const files = [...new Set(ingredients.files)].map((path) => stampFile(path, ingredients));
    const folders = [...new Set(ingredients.folders)].map((path) => stampFolder(path, began, growth));
    if (files.includes(undefined) || folders.includes(undefined)) return undefined;
    const written = [...own].map(([path, hash]): FileStamp => ({ path, ...stampOwn(path), hash, isOwn: true }));
    const all = [...folders, ...ownFolders.map((path) => stampFolder(path, Infinity, []))].filter(isGiven);
    return {
      began,
      files: [...files.filter(isGiven), ...written],
      folders: all,
      links: all.flatMap(listLinks),
      absent,
    };
  } catch {
    return undefined;
  }
}

function stampFile(path: string, { began, isInstalled }: Ingredients): FileStamp | undefined {
  const { inode, stats } = readInode(path);
  const age = ageOf(stats, began);
  const installed = isInstalled(path);
  if (age === 'new' || (age === 'young' && installed)) return undefined;
  return installed ? { path, inode } : { path, inode, hash: hashFile(path) };
}

function stampOwn(path: string): Pick<FileStamp, 'inode'> {
  return { inode: readInode(path, true).inode };
}

function stampFolder(path: string, began: number, growth: readonly Growth[]): FolderStamp | undefined {
  const { inode, stats } = readInode(path);
  const names = listNames(path);
  const isKnown = ageOf(stats, began) !== 'new' || grewAsExpected(path, names, growth);
  return isKnown ? { path, inode, names } : undefined;
}

function listLinks({ path, names }: FolderStamp): Snapshot['links'] {
  return names
    .filter((name) => name.endsWith('@'))
    .map((name) => join(path, name.slice(0, -1)))
    .map((link) => [link, realpathSync(link)]);
}

/** `new`: it may have changed since the work began; `young`: it may have changed without another time. */
function ageOf({ ctimeNs, ctimeMs }: BigIntStats, began: number): 'old' | 'young' | 'new' {
  const changed = Number(ctimeMs);
  if (changed < began - coarsestStep) return 'old';
  const isCoarse = ctimeNs % 1_000_000_000n === 0n;
  return isCoarse || changed >= began - timeStep ? 'new' : 'young';
}

function isGiven<Value>(value: Value | undefined): value is Value {
  return value !== undefined;
}
