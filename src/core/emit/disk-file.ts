import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, type Stats } from 'node:fs';
import { errorCode, fileSystemFailure } from './file-system-failure.js';

/**
 * How a path on disk compares with some bytes. `missing`: there is nothing; `blocked`: a part of the path on the way is
 * a file; `folder`: a folder stands there; `different`: a file with other bytes, or a symbolic link.
 */
export type DiskState = 'same' | 'different' | 'missing' | 'blocked' | 'folder';

/** Missing on Windows, which has no such flag. */
const noFollow: number = constants.O_NOFOLLOW ?? 0;

const chunk = Buffer.allocUnsafeSlow(64 * 1024);

const states: Readonly<Record<string, DiskState>> = {
  ENOENT: 'missing',
  ENOTDIR: 'blocked',
  ELOOP: 'different',
  ENXIO: 'different',
  EISDIR: 'folder',
};

/**
 * Compares a file with bytes, without decoding it and without holding it in memory.
 *
 * @throws Failure where the file cannot be read.
 */
export function compareWithDisk(path: string, bytes: Buffer): DiskState {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK | noFollow);
    const stats = fstatSync(file);
    if (stats.isDirectory()) return 'folder';
    return stats.isFile() && stats.size === bytes.length && hasBytes(file, bytes) ? 'same' : 'different';
  } catch (error) {
    const state = states[errorCode(error) ?? ''];
    if (state !== undefined) return state;
    throw fileSystemFailure(error, 'read', path);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function hasBytes(file: number, bytes: Buffer): boolean {
  let offset = 0;
  for (;;) {
    const length = readSync(file, chunk, 0, chunk.length, null);
    if (length === 0) return offset === bytes.length;
    if (offset + length > bytes.length || bytes.compare(chunk, 0, length, offset, offset + length) !== 0) return false;
    offset += length;
  }
}

/**
 * The entry at a path, without following a symbolic link there; undefined where there is nothing.
 *
 * @throws Failure where the system refuses to say.
 */
export function statDisk(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return undefined;
    throw fileSystemFailure(error, 'look at', path);
  }
}
