import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { findAbove } from '../find-above.js';
import { listTsconfigChain } from '../type-check/tsconfig-chain.js';

/** The files that decide how the imports of some files are resolved. */
export interface Surroundings {
  /** Files that are read besides. */
  readonly files: readonly string[];
  /** Folders in which another name could lead an import elsewhere. */
  readonly folders: readonly string[];
  /** Names that are looked for on the way up, and are not there. */
  readonly absent: readonly string[];
}

/** The names that esbuild, Node and the compiler look for in every folder above a file. */
const settings = ['package.json', 'tsconfig.json', 'jsconfig.json', '.pnp.cjs', '.pnp.js', '.pnp.data.json'];

/**
 * Finds what decides how the imports of some files are resolved: the folders in which they stand, in full as far as
 * the project reaches, and above it the few names that anybody asks for.
 *
 * @param config the configuration file, absolute
 */
export function findSurroundings(config: string, inputs: readonly string[]): Surroundings {
  const manifest = findAbove(dirname(config), 'package.json');
  const root = manifest === undefined ? dirname(config) : dirname(manifest);
  const homes = new Set(inputs.map((input) => dirname(input)));
  const above = new Set([...homes].flatMap(listAbove));
  const outermost = new Set(listAbove(root).slice(1));
  const listed = [...above].filter((folder) => isWithin(folder, root) || homes.has(folder));
  const near = [...homes].map((home) => dirname(home)).filter((parent) => !outermost.has(parent));
  const folders = new Set([...listed, ...near].filter((folder) => !outermost.has(folder) || homes.has(folder)));
  const files = new Set<string>();
  const absent: string[] = [];
  for (const folder of above) {
    for (const name of settings) {
      const path = join(folder, name);
      if (existsSync(path)) for (const file of chainOf(path)) files.add(file);
      else if (!folders.has(folder)) absent.push(path);
    }
    const modules = join(folder, 'node_modules');
    if (existsSync(modules)) for (const each of [modules, ...listScopes(modules)]) folders.add(each);
    else if (!folders.has(folder)) absent.push(modules);
  }
  return { files: [...files], folders: [...folders], absent };
}

function chainOf(path: string): readonly string[] {
  if (!statSync(path).isFile()) return [];
  return path.endsWith('tsconfig.json') || path.endsWith('jsconfig.json') ? listTsconfigChain(path) : [path];
}

/** A folder and all above it. */
function listAbove(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...listAbove(parent)];
}

function isWithin(folder: string, root: string): boolean {
  return folder === root || folder.startsWith(root.endsWith(sep) ? root : `${root}${sep}`);
}

/** `node_modules/@scope`: packages stand in them as in `node_modules` itself. */
function listScopes(modules: string): readonly string[] {
  return readdirSync(modules)
    .filter((name) => name.startsWith('@'))
    .map((name) => join(modules, name));
}
