import { constants } from 'node:fs';
import { open, readdir, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { identityOf, readAt, readNext, type OpenFile } from './open-file.js';

/**
 * The fate of a file since it was last read: it grew or stayed; it was shortened, and begins anew; or it was
 * shortened under a writer that goes on where it was, behind a hole.
 */
export type FileChange = 'intact' | 'shortened' | 'hole';

/** Compares a file with what was read of it. */
export async function detectTruncation({ handle, offset, witness }: OpenFile): Promise<FileChange> {
  const { size } = await handle.stat();
  if (size < offset) return 'shortened';
  if (size === offset && witness.length === 0) return 'intact';
  // Shortened and grown past the offset again: then other bytes stand before it.
  const found = await readAt(handle, offset - witness.length, witness.length);
  if (found.equals(witness)) return 'intact';
  return found.length === witness.length && found.every((byte) => byte === 0) ? 'hole' : 'shortened';
}

/** A copy is finished before its original is shortened; clocks of file systems are coarse. In seconds. */
const slack = 1;

/** Files that were read, as what they were born as: an inode alone is given again. */
export type ReadBefore = Set<string>;

interface BornStats {
  readonly dev: bigint;
  readonly ino: bigint;
  readonly birthtimeNs: bigint;
}

/** The identity that a file is born with. */
export function bornAs({ dev, ino, birthtimeNs }: BornStats): string {
  return `${identityOf({ dev, ino })}:${birthtimeNs}`;
}

/**
 * Reads what a file had behind the offset when it was shortened, where a copy of it was made before: `copytruncate`.
 * The copy has a name that begins with the file's, was changed lately, was never read itself, and has the same bytes
 * before the offset. Of several, it is the last one.
 */
export async function readRestFromCopy(file: OpenFile, path: string, before: ReadBefore, now: number): Promise<void> {
  if (file.witness.length === 0) return;
  const name = basename(path);
  const names = (await readdir(dirname(path)).catch(() => [])).filter((each) => each !== name && each.startsWith(name));
  const copies = (await Promise.all(names.map((each) => openCopy(file, join(dirname(path), each), before)))).flat();
  const [last] = copies.toSorted((a, b) => b.changedAt - a.changedAt);
  try {
    if (last === undefined) return;
    before.add(last.born);
    const copy: OpenFile = { ...file, handle: last.handle };
    while ((await readNext(copy, now)) > 0);
  } finally {
    await Promise.all(copies.map(({ handle }) => handle.close()));
  }
}

interface Copy {
  readonly handle: FileHandle;
  readonly born: string;
  readonly changedAt: number;
}

async function openCopy(file: OpenFile, path: string, before: ReadBefore): Promise<readonly Copy[]> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => undefined);
  if (handle === undefined) return [];
  const stats = await handle.stat({ bigint: true });
  const changedAt = Number(stats.ctimeNs) / 1e9;
  const born = bornAs(stats);
  const isCandidate =
    stats.isFile() && !before.has(born) && Number(stats.size) >= file.offset && changedAt >= file.intactAt - slack;
  const isCopy =
    isCandidate && (await readAt(handle, file.offset - file.witness.length, file.witness.length)).equals(file.witness);
  if (isCopy) return [{ handle, born, changedAt }];
  await handle.close();
  return [];
}
