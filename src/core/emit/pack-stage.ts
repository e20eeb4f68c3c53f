import { join } from 'node:path';
import type { Artifact } from '../model/artifact.js';
import { Failure } from '../model/failure.js';
import { compareWithDisk, statDisk } from './disk-file.js';
import { findTwin } from './find-twin.js';
import { listFiles } from './list-files.js';
import { readManifest, type Manifest } from './manifest.js';
import { assertPackName } from './pack-path.js';
import { createPathRegister, type PathRegister } from './path-register.js';
import { createRealFolders } from './real-folders.js';
import { createStaging, type Staging } from './staging.js';

/** The files that one build wants of one pack, before anything is in place. Of an artifact it holds the path and a number. */
export interface PackStage {
  readonly pack: string;
  /** `<out>/<pack>`. */
  readonly folder: string;
  /** The manifest that the last build left. */
  readonly manifest: Manifest;
  readonly staging: Staging;
  readonly paths: PathRegister;
  /** The paths whose file is missing or different, with the number of the staged file. */
  readonly changed: ReadonlyMap<string, number>;
  /**
   * Compares one artifact with the disk, and writes it into the staging folder where it differs.
   *
   * @throws Failure where the path clashes with another, a stranger's file or a link stands there, or the disk refuses.
   */
  stage(artifact: Artifact): void;
}

/**
 * Opens one pack.
 *
 * @throws Failure where its name is not a folder's name or its manifest is broken.
 */
export function openPackStage(out: string, pack: string, encode: (text: string) => Buffer): PackStage {
  assertPackName(pack);
  const folder = join(out, pack);
  const folders = createRealFolders(folder);
  folders.check('x');
  const manifest = readManifest(folder);
  const staging = createStaging(folder);
  const paths = createPathRegister(pack);
  const changed = new Map<string, number>();
  return {
    pack,
    folder,
    manifest,
    staging,
    paths,
    changed,
    stage({ path, text }) {
      paths.add(path);
      folders.check(path);
      const bytes = encode(text);
      const state = compareWithDisk(join(folder, path), bytes);
      if (state === 'same') return;
      for (const owned of findInTheWay(folder, path, state)) assertOurs(folder, owned, manifest);
      changed.set(path, staging.write(bytes));
    },
  };
}

/** The files that must go, or be replaced, before the path can hold its new content. */
function findInTheWay(
  folder: string,
  path: string,
  state: 'different' | 'missing' | 'blocked' | 'folder',
): readonly string[] {
  if (state === 'missing') return [];
  if (state === 'different') return [path];
  if (state === 'folder') return listFiles(folder, path);
  const parts = path.split('/');
  const prefixes = parts.map((_part, index) => parts.slice(0, index + 1).join('/'));
  return prefixes.filter((prefix) => statDisk(join(folder, prefix))?.isDirectory() === false);
}

function assertOurs(folder: string, path: string, manifest: Manifest): void {
  if (manifest.paths.has(path) || findTwin(folder, path, manifest.paths) !== undefined) return;
  const file = join(folder, path);
  throw new Failure(`${file} is in the way: dashpack did not write it, and it differs from what dashpack would write`, {
    next: `move ${file} away, or delete it, and run build again`,
  });
}
