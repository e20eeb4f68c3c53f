import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Artifact } from '../model/artifact.js';
import { createEncoder } from './create-encoder.js';
import { describeChange } from './describe-change.js';
import { compareWithDisk, statDisk, type DiskState } from './disk-file.js';
import { onDisk } from './file-system-failure.js';
import { listFiles } from './list-files.js';
import { printManifest, readManifest, type Manifest } from './manifest.js';
import { assertPackName, manifestName } from './pack-path.js';
import { createPathRegister, type PathRegister } from './path-register.js';
import { createRealFolders, type RealFolders } from './real-folders.js';
import { shorten } from './shorten.js';

/** One file that `build` would change. */
export interface Difference {
  readonly pack: string;
  /** Relative to the pack's folder. */
  readonly path: string;
  /** `superfluous`: the last build wrote it, and it is not generated any more. */
  readonly kind: 'missing' | 'changed' | 'superfluous';
  /** The differences, a line each, from disk to generated; empty where the kind says all. */
  readonly details: readonly string[];
}

/** The files that `build` would change, and those that it would leave alone. */
export interface Differences {
  /** In the order of the packs, then by path. */
  readonly files: readonly Difference[];
  /** Files that dashpack did not write; they are no difference. Paths are relative to the pack's folder. */
  readonly strangers: readonly { readonly pack: string; readonly path: string }[];
}

/** Compares artifacts with the disk, one at a time; holds nothing of their content, writes nothing, takes no lock. */
export interface Comparison {
  /** @throws Failure where two artifacts have one path, or a file cannot be read. */
  stage(pack: string, artifact: Artifact): Promise<void>;
  /** @throws Failure where a folder cannot be read. */
  finish(): Promise<Differences>;
}

interface PackComparison {
  readonly pack: string;
  readonly folder: string;
  readonly manifest: Manifest;
  readonly paths: PathRegister;
  readonly folders: RealFolders;
  readonly found: Difference[];
}

/**
 * Opens the comparison with an output folder.
 *
 * @param options `packs` are compared even where they have no artifact; those that are staged are compared anyway.
 * @throws Failure where a pack's manifest is broken.
 */
export function openComparison(options: { readonly out: string; readonly packs?: readonly string[] }): Comparison {
  const packs = new Map<string, PackComparison>();
  const encode = createEncoder();
  const open = (pack: string): PackComparison => {
    const comparison = packs.get(pack) ?? openPack(options.out, pack);
    packs.set(pack, comparison);
    return comparison;
  };
  for (const pack of options.packs ?? []) open(pack);
  return {
    async stage(pack, artifact) {
      const comparison = open(pack);
      const difference = compare(comparison, artifact, encode);
      if (difference !== undefined) comparison.found.push(difference);
    },
    async finish() {
      const all = [...packs.values()];
      return { files: all.flatMap(listDifferences), strangers: all.flatMap(listStrangers) };
    },
  };
}

function openPack(out: string, pack: string): PackComparison {
  assertPackName(pack);
  const folder = join(out, pack);
  const folders = createRealFolders(folder);
  folders.check('x');
  return { pack, folder, folders, manifest: readManifest(folder), paths: createPathRegister(pack), found: [] };
}

function compare(
  comparison: PackComparison,
  { path, text }: Artifact,
  encode: (text: string) => Buffer,
): Difference | undefined {
  const { pack, folder, folders, manifest, paths } = comparison;
  paths.add(path);
  folders.check(path);
  const file = join(folder, path);
  const state = compareWithDisk(file, encode(text));
  if (state === 'same') return undefined;
  if (state === 'missing') return { pack, path, kind: 'missing', details: [] };
  const warning = manifest.paths.has(path)
    ? []
    : ['dashpack did not write this file: build will not overwrite it; move it away'];
  return { pack, path, kind: 'changed', details: [...warning, ...describeState(state, file, path, text)] };
}

function describeState(state: DiskState, file: string, path: string, text: string): readonly string[] {
  if (state === 'folder') return ['a folder stands where the file should be'];
  if (state === 'blocked') return ['a file stands where one of its folders should be'];
  if (statDisk(file)?.isFile() !== true) return ['what stands there is not a plain file'];
  return describeChange(
    path,
    onDisk('read', file, () => readFileSync(file, 'utf8')),
    text,
  );
}

function listDifferences({ pack, folder, folders, manifest, paths, found }: PackComparison): readonly Difference[] {
  const superfluous = [...manifest.paths].filter((path) => {
    if (paths.has(path)) return false;
    folders.check(path);
    return statDisk(join(folder, path))?.isDirectory() === false;
  });
  const files: readonly Difference[] = [
    ...found,
    ...superfluous.map((path): Difference => ({ pack, path, kind: 'superfluous', details: [] })),
  ];
  return [...files]
    .sort((left, right) => (left.path < right.path ? -1 : 1))
    .concat(compareManifest(pack, manifest, paths));
}

function compareManifest(pack: string, manifest: Manifest, paths: PathRegister): readonly Difference[] {
  const generated = printManifest(paths.list());
  if (manifest.text === generated) return [];
  if (manifest.text === undefined) return [{ pack, path: manifestName, kind: 'missing', details: [] }];
  const added = paths.list().filter((path) => !manifest.paths.has(path));
  const removed = [...manifest.paths].filter((path) => !paths.has(path)).sort();
  const details = [
    ...(added.length > 0 ? [`not listed yet (${added.length}): ${shorten(added.join(', '))}`] : []),
    ...(removed.length > 0 ? [`not generated any more (${removed.length}): ${shorten(removed.join(', '))}`] : []),
  ];
  const isReformatted = details.length === 0;
  const change = isReformatted ? describeChange(manifestName, manifest.text, generated) : details;
  return [{ pack, path: manifestName, kind: 'changed', details: change }];
}

function listStrangers({ pack, folder, manifest, paths }: PackComparison): Differences['strangers'] {
  const isOwned = (path: string): boolean => paths.has(path) || manifest.paths.has(path);
  return listFiles(folder)
    .filter((path) => !isOwned(path))
    .map((path) => ({ pack, path }));
}
