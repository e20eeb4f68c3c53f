import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findAbove } from '../find-above.js';

/** Remembers which dashboards had no error, by their content. */
export interface LintVerdicts {
  /** True where the same was found sound before. What is asked for is remembered. */
  isSound(content: readonly string[]): boolean;
  remember(content: readonly string[]): void;
  /** Writes what this run knows. A cache that cannot be written is not a failure. */
  write(): void;
}

/**
 * Opens the verdicts of a configuration.
 *
 * @param config absolute; undefined where nothing is to be remembered
 * @param settings everything besides a dashboard on which its verdict depends
 */
export function openVerdicts(config: string | undefined, settings: readonly string[]): LintVerdicts {
  const path = config === undefined ? undefined : findFile(config);
  const prefix = hash(settings);
  const before = path === undefined ? new Set<string>() : read(path);
  const now = new Set<string>();
  return {
    isSound(content) {
      const key = hash([prefix, ...content]);
      const isKnown = before.has(key);
      if (isKnown) now.add(key);
      return isKnown;
    },
    remember: (content) => void now.add(hash([prefix, ...content])),
    write() {
      if (path === undefined || (now.size === before.size && [...now].every((key) => before.has(key)))) return;
      write(path, [...now]);
    },
  };
}

function findFile(config: string): string | undefined {
  const modules = findAbove(dirname(config), 'node_modules');
  const name = hash([config]).slice(0, 12);
  return modules === undefined ? undefined : join(modules, '.cache', 'dashpack', `lint-${name}.json`);
}

function hash(parts: readonly string[]): string {
  const digest = createHash('sha1');
  for (const part of parts) digest.update(`${part.length}\0`).update(part);
  return digest.digest('hex');
}

function read(path: string): ReadonlySet<string> {
  try {
    const json = JSON.parse(readFileSync(path, 'utf8')) as unknown;
    return new Set(Array.isArray(json) ? json.filter((each) => typeof each === 'string') : []);
  } catch {
    return new Set();
  }
}

function write(path: string, keys: readonly string[]): void {
  const draft = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, JSON.stringify(keys));
    renameSync(draft, path);
  } catch {
    discard(draft);
  }
}

function discard(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // What cannot be written often cannot be removed either.
  }
}
