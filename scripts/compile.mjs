// Compiles src/ into dist/: ESM bundles that share their chunks (so that there is one core instance), the type
// declarations, the licences of what was bundled, and build-id.json. Does nothing when dist/ is already what src/ says.
//
//   node scripts/compile.mjs [project folder]
import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(import.meta.url);
const root = resolve(process.argv[2] ?? join(dirname(script), '..'));
const dist = join(root, 'dist');

/** Output name in dist/ → source: the entries of the package, and what bin/dashpack.js starts. */
const ENTRIES = { ...readExports(), cli: 'src/cli/start.ts' };

/** The declarations of packs: what is loaded from source at run time and is no part of the package. */
const CONTENT = ['src/dashboards', 'src/datasources', 'src/rules', 'src/exporters', 'src/scenarios', 'src/stacks'];

/** Both start native binaries that they find beside themselves. Everything else is bundled: 242 files of the SDK would be most of a cold start. */
const EXTERNAL = ['esbuild', 'typescript'];

/** A bundled CommonJS module that requires a Node module needs a `require`, which ESM does not have. */
const REQUIRE_BANNER =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

class CompileError extends Error {}

try {
  await main();
} catch (error) {
  if (!(error instanceof CompileError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function main() {
  const missing = Object.values(ENTRIES).filter((entry) => !existsSync(join(root, entry)));
  if (missing.length > 0) {
    throw new CompileError(
      `compile: no such entry point: ${missing.join(', ')}\n  next: create it, or correct the exports of package.json`,
    );
  }
  const inputs = hashInputs();
  const previous = readBuildId();
  if (
    previous !== undefined &&
    previous.inputs === inputs &&
    previous.id === hashFiles(dist, listFiles(dist).filter(isProduct))
  ) {
    console.error(`dist/ is up to date (${previous.id.slice(0, 12)})`);
    return;
  }

  removeAbandonedStages();
  const stage = `${dist}.${process.pid}.tmp`;
  const began = performance.now();
  try {
    // Both to the end: what still runs would write into the stage after it was removed.
    const [bundled, declared] = await Promise.allSettled([bundle(stage), declare(stage)]);
    if (declared.status === 'rejected') throw declared.reason; // knows types as well, so says more
    if (bundled.status === 'rejected') throw bundled.reason;
    const metafile = bundled.value;
    assertNoContent(metafile);
    writeFileSync(join(stage, 'THIRD-PARTY-LICENSES.txt'), printLicences(metafile));
    const id = hashFiles(stage, listFiles(stage));
    writeFileSync(join(stage, 'build-id.json'), `${JSON.stringify({ id, inputs }, null, 2)}\n`);
    swapIn(stage);
    console.error(`dist/ compiled in ${((performance.now() - began) / 1000).toFixed(1)} s (${id.slice(0, 12)})`);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

/** `./dist/index.js` is compiled from what package.json names beside it under `dashpack-source`. */
function readExports() {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const entries = Object.values(exports).filter((entry) => entry['dashpack-source'] !== undefined);
  return Object.fromEntries(
    entries.map((entry) => [
      entry.default.replaceAll(/^\.\/dist\/|\.js$/g, ''),
      entry['dashpack-source'].replace('./', ''),
    ]),
  );
}

/** Writes the bundles and returns esbuild's account of what went into them. */
async function bundle(stage) {
  const { build, formatMessages } = await import('esbuild');
  try {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: ENTRIES,
      outdir: stage,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      conditions: ['dashpack-source'],
      external: EXTERNAL,
      chunkNames: 'chunks/[name]-[hash]',
      banner: { js: REQUIRE_BANNER },
      minifyWhitespace: true, // the SDK's 750 kB are scanned at every start; names stay, for readable stack traces
      minifySyntax: true,
      legalComments: 'none', // dist/THIRD-PARTY-LICENSES.txt has them
      metafile: true,
      logLevel: 'silent',
    });
    return metafile;
  } catch (error) {
    if (error.errors === undefined) throw error;
    throw new CompileError((await formatMessages(error.errors, { kind: 'error' })).join(''));
  }
}

/** Writes the declarations of the public API: dist/types. */
async function declare(stage) {
  const tsc = join(dirname(createRequire(script).resolve('typescript/package.json')), 'bin', 'tsc');
  const project = join(root, 'tsconfig.build.json');
  const child = spawn(process.execPath, [tsc, '-p', project, '--outDir', join(stage, 'types'), '--pretty', 'false'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const print = (text) => {
    printed += text;
  };
  child.stdout.setEncoding('utf8').on('data', print);
  child.stderr.setEncoding('utf8').on('data', print);
  const [code] = await once(child, 'close');
  if (code !== 0)
    throw new CompileError(`${printed.trim()}\ncompile: the declarations were not written: tsc exited with ${code}`);
}

/** A dashboard in the package would be a core that imports content. */
function assertNoContent(metafile) {
  const content = Object.keys(metafile.inputs).filter((path) =>
    CONTENT.some((folder) => path.startsWith(`${folder}/`)),
  );
  if (content.length > 0)
    throw new CompileError(`compile: the package must not contain a pack's content: ${content.join(', ')}`);
}

/** The licence texts of every package with code in the bundles, sorted by name: their licences ask for it. */
function printLicences(metafile) {
  const used = Object.values(metafile.outputs).flatMap((output) =>
    Object.entries(output.inputs)
      .filter(([, part]) => part.bytesInOutput > 0)
      .map(([path]) => path),
  );
  const folders = used
    .map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0])
    .filter((folder) => folder !== undefined);
  const sections = [...new Set(folders)].map((folder) => {
    const absolute = resolve(root, folder);
    const { name, version, license } = JSON.parse(readFileSync(join(absolute, 'package.json'), 'utf8'));
    const file = readdirSync(absolute)
      .toSorted()
      .find((entry) => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? '' : `\n${readFileSync(join(absolute, file), 'utf8').trim()}\n`;
    return `${name} ${version} (${license})\n${text}`;
  });
  return `Code of these packages is part of the bundles in this folder.\n\n${sections.toSorted().join(`\n${'-'.repeat(80)}\n\n`)}`;
}

/** Puts the finished stage in place of dist/. Another compile may do the same at the same time: the last one stays. */
function swapIn(stage) {
  const old = `${stage}.old`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (existsSync(dist)) renameSync(dist, old);
      renameSync(stage, dist);
      break;
    } catch (error) {
      if (attempt === 5 || !['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error;
    } finally {
      rmSync(old, { recursive: true, force: true });
    }
  }
}

/** Removes the stages of compiles that were killed. */
function removeAbandonedStages() {
  for (const name of readdirSync(root)) {
    const pid = /^dist\.(\d+)\.tmp/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(root, name), { recursive: true, force: true });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function readBuildId() {
  try {
    return JSON.parse(readFileSync(join(dist, 'build-id.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

/** One hash over everything that dist/ depends on. */
function hashInputs() {
  const settings = readdirSync(root).filter((name) => /^(package|package-lock|tsconfig.*)\.json$/.test(name));
  const sources = listFiles(join(root, 'src'))
    .map((path) => `src/${path}`)
    .filter((path) => !CONTENT.some((folder) => path.startsWith(`${folder}/`)));
  const own = relative(root, script).split(sep).join('/');
  return hashFiles(root, [...settings, ...sources, own]);
}

function isProduct(path) {
  return path !== 'build-id.json';
}

/** Every file under the folder, relative to it, with `/` between the parts. */
function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/** A hash over names and contents that does not depend on the order in which the files were found. */
function hashFiles(folder, paths) {
  const hash = createHash('sha256');
  for (const path of paths.toSorted()) {
    const content = readFileSync(join(folder, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
