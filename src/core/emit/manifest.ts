import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../model/failure.js';
import { isJsonObject, type Json } from '../model/json.js';
import { jsonErrorAt } from '../text/json-error.js';
import { createLines } from '../text/lines.js';
import { errorCode, fileSystemFailure } from './file-system-failure.js';
import { findPathProblem, manifestName } from './pack-path.js';
import { serialiseJson } from './serialise.js';

/** The content of a pack's `manifest.json`. */
export interface Manifest {
  /** The paths that dashpack owns, relative to the pack's folder, without the manifest itself. */
  readonly paths: ReadonlySet<string>;
  /** The file as it is on disk; undefined where there is none. */
  readonly text: string | undefined;
}

/** Prints the manifest of these paths: sorted by code unit, one a line. */
export function printManifest(paths: Iterable<string>): string {
  return serialiseJson({ files: [...paths].sort(), generator: 'dashpack' });
}

/**
 * Reads the manifest of a pack; no paths where there is none.
 *
 * @param folder The pack's folder.
 * @throws Failure with the line where the file is broken, or names a path that could lead out of the folder.
 */
export function readManifest(folder: string): Manifest {
  const file = join(folder, manifestName);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { paths: new Set(), text: undefined };
    throw fileSystemFailure(error, 'read the manifest', file);
  }
  return { paths: parseManifest(text, file), text };
}

function parseManifest(text: string, file: string): ReadonlySet<string> {
  const value = parseJson(text, file);
  if (!isJsonObject(value) || value['generator'] !== 'dashpack')
    throw broken(file, 1, 'it has no "generator": "dashpack"');
  const { files } = value as Readonly<Record<string, Json>>;
  if (!Array.isArray(files)) throw broken(file, 1, 'it has no list "files"');
  for (const path of files as readonly Json[]) {
    const printed = JSON.stringify(path);
    const problem = typeof path === 'string' ? findPathProblem(path) : 'is not a text';
    if (problem !== undefined) throw broken(file, findLine(text, printed), `the path ${printed} ${problem}`);
  }
  return new Set(files as readonly string[]);
}

function parseJson(text: string, file: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    const { offset, found } = jsonErrorAt(text) ?? { offset: 0, found: 'this' };
    const { line, column } = createLines(text)(offset);
    const isConflict = /^<{7}/m.test(text);
    const problem = isConflict ? 'it has the marks of a merge conflict' : `${found} is not expected there`;
    throw broken(file, line, problem, error, column);
  }
}

function findLine(text: string, part: string): number {
  return text.slice(0, Math.max(0, text.indexOf(part))).split('\n').length;
}

function broken(file: string, line: number, problem: string, cause?: unknown, column = 1): Failure {
  return new Failure(`the manifest is broken: ${problem}. Nothing was written or deleted`, {
    next: `restore it (git checkout -- ${file}); or delete it: build then takes over the files that it would write the same`,
    position: { file, line, column },
    cause,
  });
}
