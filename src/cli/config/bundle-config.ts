import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BuildOptions, Message, Plugin } from 'esbuild';
import { declareAmbient, isPure, markAmbient } from './ambient.js';
import { FaultsError, type Fault } from '../fault.js';
import type { Host } from '../host.js';
import { readManifest, type Manifest } from './manifest.js';
import { nearest } from '../../core/text/nearest.js';
import { ownUrls } from './own-urls.js';
import { relativePath } from '../relative-path.js';

/** A configuration and everything that it imports, but for dashpack, in one ES module. */
export interface Bundle {
  /** The configuration file, absolute. */
  readonly file: string;
  readonly code: string;
  /** The source map, JSON. Its sources are relative to the configuration's folder. */
  readonly map: string;
  /** The files that went into it, absolute. */
  readonly inputs: readonly string[];
  /** Nothing but those files, and dashpack, decides what it gives: no clock, no environment, no other file. */
  readonly isPure: boolean;
}

const next = 'correct the lines above and run dashpack again';

/**
 * Bundles a configuration with esbuild, in memory. `dashpack` stays an import of the running copy, so that there is
 * one core; everything else is part of the bundle, which therefore works in any folder.
 *
 * @throws FaultsError with the place of every syntax error and every import that leads nowhere
 */
export async function bundleConfig(file: string, host: Host): Promise<Bundle> {
  const first = await bundle(file, host, []);
  return /\bimport\.meta\.(?:url|dirname|filename)\b/.test(first.code) ? bundle(file, host, [ownUrls]) : first;
}

async function bundle(file: string, host: Host, plugins: readonly Plugin[]): Promise<Bundle> {
  const folder = dirname(file);
  const { entries } = readManifest(host.home);
  const esbuild = loadEsbuild(host.home);
  try {
    const { outputFiles, metafile } = await esbuild.build({
      ...bundleOptions(file, entries),
      plugins: [...plugins, refuseUnknown(entries.map(([name]) => name))],
    });
    const [code = '', map = ''] = [/\.mjs$/, /\.map$/].map(
      (end) => outputFiles.find(({ path }) => end.test(path))?.text,
    );
    const modules = new Set(entries.map(([, path]) => pathToFileURL(path).href));
    return {
      file,
      code: declareAmbient(code),
      map,
      inputs: Object.keys(metafile.inputs).map((path) => resolve(folder, path)),
      isPure: isPure(code, metafile, modules),
    };
  } catch (error) {
    const messages = (error as { readonly errors?: readonly Message[] }).errors;
    if (messages === undefined) throw notInstalled(error);
    throw new FaultsError(
      messages.map((message) => faultOfMessage(message, folder, host.cwd)),
      error,
    );
  }
}

function bundleOptions(file: string, entries: Manifest['entries']) {
  return {
    absWorkingDir: dirname(file),
    entryPoints: [basename(file)],
    outfile: 'dashpack-config.mjs',
    bundle: true,
    write: false,
    metafile: true,
    sourcemap: 'external',
    sourcesContent: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    // Aliases rather than a plugin: esbuild then need not ask this process, which is busy loading the core.
    alias: Object.fromEntries(entries.map(([name, path]) => [name, pathToFileURL(path).href])),
    external: ['file:*'],
    define: markAmbient(),
    // Bundled CommonJS requires Node's own modules, and ES modules have no `require`.
    banner: {
      js: `import { createRequire as __dashpackRequire } from 'node:module'; const require = __dashpackRequire(${JSON.stringify(pathToFileURL(file).href)});`,
    },
  } as const satisfies BuildOptions;
}

/** Refuses `dashpack/…` that is not an entry of the package. */
function refuseUnknown(names: readonly string[]): Plugin {
  return {
    name: 'dashpack-entries',
    setup(build) {
      build.onResolve({ filter: /^dashpack\// }, ({ path }) => {
        if (names.includes(path)) return undefined;
        const meant = nearest(path, names);
        const hint = meant === undefined ? `it has ${names.join(', ')}` : `did you mean "${meant}"?`;
        return { errors: [{ text: `dashpack has no "${path}": ${hint}` }] };
      });
    },
  };
}

/** Synchronous: esbuild then starts its work before anything else is loaded here. */
function loadEsbuild(home: string): typeof import('esbuild') {
  try {
    return createRequire(join(home, 'package.json'))('esbuild') as typeof import('esbuild');
  } catch (error) {
    throw notInstalled(error);
  }
}

function notInstalled(error: unknown): FaultsError {
  const [reason = ''] = String(error instanceof Error ? error.message : error).split('\n');
  const message = `esbuild, which reads the configuration, does not start: ${reason}`;
  return new FaultsError([{ message, next: 'npm install, on this machine and for this platform', exitCode: 3 }], error);
}

function faultOfMessage({ text, location }: Message, folder: string, cwd: string): Fault {
  if (location === null) return { message: text, next, exitCode: 2 };
  // esbuild counts bytes.
  const before = Buffer.from(location.lineText).subarray(0, location.column).toString();
  const position = {
    file: relativePath(cwd, resolve(folder, location.file)),
    line: location.line,
    column: before.length + 1,
  };
  const missing = /^Could not resolve "(.*)"$/.exec(text)?.[1];
  return {
    position,
    exitCode: 2,
    ...(missing === undefined ? { message: text, next } : explainMissing(missing, folder, location.file)),
  };
}

function explainMissing(missing: string, folder: string, importer: string): Pick<Fault, 'message' | 'next'> {
  if (missing.startsWith('.') || missing.startsWith('/')) {
    const path = relativePath(folder, resolve(folder, dirname(importer), missing));
    return { message: `the import "${missing}" leads nowhere: there is no ${path}`, next };
  }
  const name = missing
    .split('/')
    .slice(0, missing.startsWith('@') ? 2 : 1)
    .join('/');
  return {
    message: `the import "${missing}" leads nowhere: no such package is installed`,
    next: `npm install ${name}, or correct the import`,
  };
}
