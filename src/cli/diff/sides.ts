import { existsSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { Failure } from '../../core/model/failure.js';
import type { Finding } from '../../core/model/finding.js';
import type { Host } from '../host.js';
import { readText } from '../lint/read-text.js';
import { walk } from '../lint/walk.js';
import { findCommit, readCommit } from './git.js';
import { readSide, type ReadSide, type SideFile } from './read-side.js';

/** Where the generated files of a configuration stand. */
export interface GeneratedPlace {
  /** The folder that git is asked in, absolute. */
  readonly folder: string;
  /** The output folder, absolute. */
  readonly out: string;
}

/**
 * Reads one side that the command line names: a folder or a file where there is one of the name, else a commit.
 *
 * @throws Failure where it is neither, or the commit has no generated files
 */
export async function namedSide(name: string, { folder, out }: GeneratedPlace, host: Host): Promise<ReadSide> {
  if (existsSync(resolve(host.cwd, name))) return pathSide(name, host.cwd);
  const place = { env: host.env, cwd: folder };
  const commit = findCommit(name, place);
  if (commit === undefined)
    throw new Failure(`there is no folder or file ${name}, and no git ref of that name`, {
      next: 'name a folder, or a branch, tag or commit: git log --oneline. A shallow clone has only the newest commits: git fetch --unshallow',
    });
  const below = relative(folder, out).split(sep).join('/');
  const files = readCommit(commit, below, place);
  if (files.length === 0)
    throw new Failure(`${name} has no generated files: there is no folder ${below} in it`, {
      next: 'name a commit in which they are committed, or say with --out where they stand',
    });
  return readSide(files.map(({ path, text }): SideFile => ({ name: path, shown: `${name}:${below}/${path}`, text })));
}

async function pathSide(name: string, cwd: string): Promise<ReadSide> {
  const path = resolve(cwd, name);
  const root = statSync(path).isDirectory() ? path : dirname(path);
  const files: SideFile[] = [];
  const findings: Finding[] = [];
  for (const file of walk([name], cwd).files) {
    const text = await readText(file);
    if (typeof text === 'string')
      files.push({ name: relative(root, file.path).split(sep).join('/'), shown: file.name, text });
    else findings.push(...text);
  }
  const read = await readSide(files);
  return { side: read.side, findings: [...findings, ...read.findings] };
}
