// What the verdict of a gate depends on, as one hash.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import stringify from 'fast-json-stable-stringify';
import picomatch from 'picomatch';

/** Built or installed: what they are made of is among the inputs. */
const NEVER = new Set(['node_modules', 'dist', '.git', 'coverage', '.dashpack']);

/** The files of a project with the hash of each, those that git ignores left out. Outside git: all but what is built. */
export function hashFiles(root) {
  const hashes = {};
  for (const path of listFiles(root)) {
    const hash = hashFile(join(root, path));
    if (hash !== undefined) hashes[path] = hash;
  }
  return hashes;
}

/** The hashes of files read in this run: a file with the same times and size has the same content. */
const known = new Map();

function hashFile(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat?.isFile() !== true) return undefined;
  const state = `${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}`;
  const before = known.get(file);
  if (before?.state === state) return before.hash;
  const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
  known.set(file, { state, hash });
  return hash;
}

/**
 * One hash over what a gate depends on: its command, its files, Node and the tools. Equal hashes mean an equal verdict.
 *
 * @param files what `hashFiles` returned
 * @param command the script that is run
 */
export function hashInputs({ inputs, tools }, files, command, root) {
  const facts = {
    command,
    files: filesOf(inputs, files),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    tools: Object.fromEntries(tools.map((tool) => [tool, printed(tool, root)])),
  };
  return createHash('sha256').update(stringify(facts)).digest('hex');
}

/** The files, of those that `hashFiles` returned, that one of the globs names. */
export function filesOf(globs, files) {
  const isNamed = picomatch(globs, { dot: true });
  return Object.fromEntries(Object.entries(files).filter(([path]) => isNamed(path)));
}

function listFiles(root) {
  try {
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
      maxBuffer: 1 << 28,
    });
    return [...new Set(listed.split('\0'))].filter((path) => path !== '' && !isNever(path));
  } catch {
    return readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .filter((path) => !isNever(path));
  }
}

function isNever(path) {
  return path.split('/').some((part) => NEVER.has(part));
}

const versions = new Map();

/** A version stays what it is for a run; all else is asked each time. */
function printed(command, cwd) {
  if (!command.endsWith(' --version')) return ask(command, cwd);
  const version = versions.get(command) ?? ask(command, cwd);
  versions.set(command, version);
  return version;
}

function ask(command, cwd) {
  const [name, ...args] = command.split(' ');
  const { stdout, stderr, error } = spawnSync(name, args, { cwd, encoding: 'utf8' });
  return error === undefined ? `${stdout}${stderr}` : String(error.code);
}
