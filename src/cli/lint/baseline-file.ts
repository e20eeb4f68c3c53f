import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  baselineOf,
  compareBaseline,
  parseBaseline,
  printBaseline,
  type BaselineResult,
  type KnownFinding,
} from '../../core/lint/run/baseline.js';
import { Failure } from '../../core/model/failure.js';
import type { Finding } from '../../core/model/finding.js';
import { replaceFile } from './write-fixed.js';

/** The baseline of a run. */
export interface BaselineOptions {
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
}

/**
 * Tells new findings from those that the baseline knows, and writes it anew where that is asked.
 *
 * @param isLinted whether a file was linted now: what the baseline knows of others is kept
 * @throws Failure where there is no such baseline
 */
export function applyBaseline(
  findings: readonly Finding[],
  { baseline, updateBaseline = false }: BaselineOptions,
  cwd: string,
  isLinted: (file: string) => boolean,
): BaselineResult {
  if (baseline === undefined) {
    if (!updateBaseline) return { fresh: findings, known: [], gone: [] };
    throw new Failure('--update-baseline needs a file to write', { next: 'name it with --baseline <file>' });
  }
  const path = resolve(cwd, baseline);
  const before = readKnown(path, baseline, updateBaseline);
  const result = compareBaseline(findings, before, isLinted);
  if (!updateBaseline) return result;
  const elsewhere = before.filter(({ file }) => !isLinted(file) && existsSync(resolve(cwd, file)));
  replaceFile(path, printBaseline([...elsewhere, ...baselineOf(findings)]));
  return { fresh: [], known: findings, gone: [] };
}

function readKnown(path: string, name: string, mayBeNew: boolean): readonly KnownFinding[] {
  if (existsSync(path)) return parseBaseline(readFileSync(path, 'utf8'), name);
  if (mayBeNew) return [];
  throw new Failure(`there is no baseline ${name}`, { next: `write it with --baseline ${name} --update-baseline` });
}
