import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { listFiles } from '../../core/emit/list-files.js';
import { printManifest } from '../../core/emit/manifest.js';
import { manifestName } from '../../core/emit/pack-path.js';
import type { Host } from '../host.js';
import { describeCircumstances } from './circumstances.js';
import type { Growth } from './growth.js';
import { hashBytes } from './hash-file.js';
import { findStampFile, makeStampFolder, writeStamp } from './stamp-file.js';
import { findSurroundings } from './surroundings.js';
import { takeSnapshot } from './take-snapshot.js';

/** A build that found nothing to complain about, as far as the next one must know. */
export interface FinishedBuild {
  /** When it began, in milliseconds since 1970. */
  readonly began: number;
  /** The configuration file, absolute. */
  readonly config: string;
  /** The files that it was made of, absolute. */
  readonly sources: readonly string[];
  readonly packs: readonly FinishedPack[];
  /** The folders that it was to create. */
  readonly growth: readonly Growth[];
}

/** One pack of a finished build. */
export interface FinishedPack {
  /** Absolute. */
  readonly folder: string;
  /** Its files by path, with the hashes of their contents. */
  readonly files: ReadonlyMap<string, string>;
  /** Files in the folder that dashpack did not write, in order. */
  readonly strangers: readonly string[];
}

/**
 * Leaves a stamp: as long as everything is as it is now, the same command line has nothing to do, and prints this text.
 * Leaves none where something may have changed meanwhile.
 */
export function stampBuild(argv: readonly string[], host: Host, text: string, build: FinishedBuild): void {
  const file = findStampFile(argv, host);
  if (file === undefined) return;
  const { began, config, packs, growth } = build;
  makeStampFolder(file); // the folder that it stands in is looked at
  const inputs = [...build.sources, ...listProgram(host.home)];
  const surroundings = findSurroundings(config, inputs);
  const snapshot = takeSnapshot({
    began,
    files: [...inputs, ...surroundings.files],
    folders: surroundings.folders,
    growth,
    absent: surroundings.absent,
    own: new Map(packs.flatMap(listOwn)),
    ownFolders: [
      ...new Set(packs.map(({ folder }) => dirname(folder))),
      ...packs.flatMap(({ folder }) => listFolders(folder)),
    ],
    isInstalled: (path) => path.includes(`${sep}node_modules${sep}`) || path.startsWith(join(host.home, 'dist') + sep),
  });
  // Somebody may have put a file there since the build listed them.
  if (snapshot === undefined || !packs.every(hasNoOther)) return;
  writeStamp(file, { circumstances: describeCircumstances(argv, host, began), text, snapshot });
}

function listOwn({ folder, files }: FinishedPack): readonly (readonly [string, string])[] {
  const manifest = hashBytes(printManifest(files.keys()));
  return [...files, [manifestName, manifest] as const].map(([path, hash]) => [join(folder, path), hash]);
}

function hasNoOther({ folder, files, strangers }: FinishedPack): boolean {
  const others = listFiles(folder).filter((path) => !files.has(path));
  return others.length === strangers.length && others.every((path, index) => path === strangers[index]);
}

/** A folder and all below it. */
function listFolders(folder: string): readonly string[] {
  const below = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [folder, ...below.flatMap(({ name }) => listFolders(join(folder, name)))];
}

/** The files of dashpack itself, of esbuild and of the compiler. */
function listProgram(home: string): readonly string[] {
  const dist = join(home, 'dist');
  const chunks = join(dist, 'chunks');
  const own = [dist, chunks].flatMap((folder) =>
    existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [],
  );
  const require = createRequire(join(home, 'package.json'));
  const { platform, arch } = process;
  const packages = [
    'esbuild',
    `@esbuild/${platform}-${arch}`,
    'typescript',
    `@typescript/typescript-${platform}-${arch}`,
  ];
  const manifests = packages.flatMap((name) => resolve(require, `${name}/package.json`) ?? []);
  return [join(home, 'package.json'), ...own.filter((path) => /\.js(?:on)?$/.test(path)), ...manifests];
}

function resolve(require: NodeJS.Require, name: string): string | undefined {
  try {
    return require.resolve(name);
  } catch {
    return undefined;
  }
}
