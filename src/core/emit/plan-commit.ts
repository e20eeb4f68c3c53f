import { join } from 'node:path';
import { statDisk } from './disk-file.js';
import { findTwin } from './find-twin.js';
import { printManifest } from './manifest.js';
import type { PackStage } from './pack-stage.js';
import { createRealFolders } from './real-folders.js';

/** Everything that one pack's commit will do, in this order. Paths are relative to the pack's folder and sorted. */
export interface CommitPlan {
  readonly stage: PackStage;
  /**
   * The staged manifest with the old and the new paths, so that a build that is killed from here on leaves no file
   * without an owner; undefined where the disk has it already.
   */
  readonly firstManifest: number | undefined;
  /** The paths of the last build that the new one does not have, whether a file stands there or not. */
  readonly superfluous: readonly string[];
  /** New spellings of the same file, old → new. */
  readonly respelled: ReadonlyMap<string, string>;
  /** Files of the last build where the new one needs a folder, and the reverse. */
  readonly deletedFirst: readonly string[];
  readonly written: readonly string[];
  readonly deletedAfter: readonly string[];
  /** The staged manifest with the new paths; undefined where the disk has it by then. */
  readonly lastManifest: number | undefined;
}

/**
 * Plans the commit of one pack and stages its manifests, so that after this only new folders need space on the disk.
 *
 * @throws Failure where a path that must be deleted lies behind a symbolic link, or the disk refuses.
 */
export function planCommit(stage: PackStage): CommitPlan {
  const { manifest, paths, staging } = stage;
  const written = [...stage.changed.keys()].sort();
  const { superfluous, deleted, respelled } = findSuperfluous(stage);
  const isBlocked = createBlockedTest(written);
  const stageManifest = (text: string, present: string | undefined): number | undefined =>
    text === present ? undefined : staging.write(text);
  const changesFiles = written.length + deleted.length + respelled.size > 0;
  const first = changesFiles ? printManifest(new Set([...manifest.paths, ...paths.list()])) : manifest.text;
  return {
    stage,
    firstManifest: first === undefined ? undefined : stageManifest(first, manifest.text),
    superfluous,
    respelled,
    deletedFirst: deleted.filter(isBlocked),
    written,
    deletedAfter: deleted.filter((path) => !isBlocked(path)),
    lastManifest: stageManifest(printManifest(paths.list()), first),
  };
}

interface Superfluous {
  readonly superfluous: readonly string[];
  readonly deleted: readonly string[];
  readonly respelled: ReadonlyMap<string, string>;
}

function findSuperfluous({ folder, manifest, paths }: PackStage): Superfluous {
  const folders = createRealFolders(folder);
  const deleted: string[] = [];
  const respelled = new Map<string, string>();
  const superfluous = [...manifest.paths].filter((path) => !paths.has(path)).sort();
  for (const path of superfluous) {
    folders.check(path);
    const stats = statDisk(join(folder, path));
    if (stats === undefined || stats.isDirectory()) continue;
    const spelling = paths.find(path);
    if (spelling !== undefined && findTwin(folder, path, [spelling]) !== undefined) respelled.set(path, spelling);
    else deleted.push(path);
  }
  return { superfluous, deleted, respelled };
}

/** True where a path is a folder above, or lies below, one of the paths that are written. */
function createBlockedTest(written: readonly string[]): (path: string) => boolean {
  const files = new Set(written);
  const folders = new Set(written.flatMap(foldersAbove));
  return (path) => folders.has(path) || foldersAbove(path).some((folder) => files.has(folder));
}

function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_part, index) => parts.slice(0, index + 1).join('/'));
}
