import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import type { LineSplitter } from './line-splitter.js';

/** So many bytes before the offset are remembered: they say whether the file is still the one that was read. */
const witnessBytes = 256;
const chunkBytes = 128 * 1024;

/** An open file, and how far it was read. */
export interface OpenFile {
  readonly handle: FileHandle;
  /** Device and inode: the file's identity, whatever its name. */
  readonly identity: string;
  readonly lines: LineSplitter;
  offset: number;
  /** The last bytes before the offset. */
  witness: Buffer;
  /** When it last had something new, and was last seen to be the file that was read. Unix seconds. */
  newAt: number;
  intactAt: number;
}

/** The identity of a file. */
export function identityOf({ dev, ino }: { readonly dev: bigint; readonly ino: bigint }): string {
  return `${dev}:${ino}`;
}

/**
 * Opens a file for reading.
 *
 * @param from where reading begins
 * @returns a text where it is none that can be followed
 * @throws what the file system says
 */
export async function openFile(
  path: string,
  lines: LineSplitter,
  from: 'start' | 'end',
  now: number,
): Promise<OpenFile | string> {
  // A pipe without a writer would keep a blocking open waiting.
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const stats = await handle.stat({ bigint: true });
  if (!stats.isFile()) {
    await handle.close();
    return stats.isDirectory() ? 'it is a folder' : 'it is not a regular file';
  }
  const file: OpenFile = {
    handle,
    identity: identityOf(stats),
    lines,
    offset: 0,
    witness: Buffer.alloc(0),
    newAt: now,
    intactAt: now,
  };
  if (from === 'end') {
    file.offset = Number(stats.size);
    file.witness = await readAt(handle, Math.max(0, file.offset - witnessBytes), Math.min(file.offset, witnessBytes));
  }
  return file;
}

/** Reads up to so many bytes at a place; fewer at the end of the file. */
export async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

const chunk = Buffer.alloc(chunkBytes);

/**
 * Reads the next piece of a file and hands over its lines.
 *
 * @returns how many bytes there were
 */
export async function readNext(file: OpenFile, now: number): Promise<number> {
  const { bytesRead } = await file.handle.read(chunk, 0, chunkBytes, file.offset);
  if (bytesRead === 0) return 0;
  const piece = chunk.subarray(0, bytesRead);
  file.offset += bytesRead;
  file.newAt = now;
  file.witness = Buffer.from(
    bytesRead >= witnessBytes
      ? piece.subarray(-witnessBytes)
      : Buffer.concat([file.witness, piece]).subarray(-witnessBytes),
  );
  file.lines.feed(piece);
  return bytesRead;
}
