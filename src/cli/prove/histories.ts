import { createHash } from 'node:crypto';
import { copyFileSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

/** So many histories are kept: those that were used last. One is a few megabytes at most. */
const mostKept = 96;

/** Remembers the blocks of simulated histories, so that the same one is not made again. */
export interface Histories {
  /**
   * Puts the blocks of a history into a folder that does not exist yet. A version of Prometheus reads what it or one
   * before it wrote.
   *
   * @param facts all that the history is made of
   * @returns false where it is not known
   */
  take(facts: string, folder: string): boolean;
  /** Remembers the blocks in a folder, which stay there. A cache that cannot be written is not a failure. */
  keep(facts: string, folder: string): void;
}

/**
 * Opens what is remembered in a folder.
 *
 * @param version of the Prometheus that makes and reads the blocks: `2.42.0`
 */
export function openHistories(root: string, version: string): Histories {
  const nameOf = (facts: string): string => createHash('sha256').update(facts).digest('hex').slice(0, 32);
  return {
    take(facts, folder) {
      const name = nameOf(facts);
      const known = entriesIn(root).find((entry) => {
        const [key, writer = ''] = entry.split('@');
        return key === name && isUpTo(writer, version);
      });
      if (known === undefined) return false;
      try {
        linkTree(join(root, known), folder);
        const now = new Date();
        utimesSync(join(root, known), now, now);
        return true;
      } catch {
        discard(folder); // somebody removed it meanwhile
        return false;
      }
    },
    keep(facts, folder) {
      const draft = join(root, `${nameOf(facts)}.${process.pid}.tmp`);
      try {
        mkdirSync(root, { recursive: true });
        linkTree(folder, draft);
        renameSync(draft, join(root, `${nameOf(facts)}@${version}`));
        removeOldest(root);
      } catch {
        discard(draft);
      }
    },
  };
}

function discard(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // What cannot be written often cannot be removed either.
  }
}

function entriesIn(root: string): readonly string[] {
  try {
    return readdirSync(root).filter((name) => name.includes('@'));
  } catch {
    return [];
  }
}

/** Blocks never change once they are written, so that a name more is as good as a copy. */
function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target);
    else linkOrCopy(source, target);
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target); // on another file system
  }
}

function removeOldest(root: string): void {
  const dated = entriesIn(root).map((name) => ({ name, used: statSync(join(root, name)).mtimeMs }));
  const oldestFirst = dated.sort((a, b) => a.used - b.used);
  for (const { name } of oldestFirst.slice(0, Math.max(0, dated.length - mostKept))) {
    rmSync(join(root, name), { recursive: true, force: true });
  }
}

/** True where a version is not after another: those of Debian's builds have three numbers. */
function isUpTo(version: string, other: string): boolean {
  const [a, b] = [version, other].map((each) => each.split('.').map(Number));
  for (const [index, part] of (a ?? []).entries()) {
    const against = b?.[index] ?? 0;
    if (part !== against) return part < against;
  }
  return true;
}
