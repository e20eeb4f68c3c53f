import { Failure } from '../model/failure.js';

/** The meaning of the system's code, and what the reader does about it. */
const explanations: Readonly<Record<string, readonly [reason: string, next: string]>> = {
  EACCES: [
    'permission denied',
    'give this user the rights to it (ls -ld shows them), or choose another folder with --out',
  ],
  EPERM: ['the system does not allow it', 'unlock it (lsattr shows locked files), or choose another folder with --out'],
  EROFS: ['the file system is read-only', 'mount it writable, or choose another folder with --out'],
  ENOSPC: ['the disk is full', 'free some space (df -h and df -i show what is full) and run build again'],
  EDQUOT: ['the disk quota is used up', 'free some space (quota -s shows the limit) and run build again'],
  EFBIG: ['the file is larger than this process may write', 'raise the limit (ulimit -f) and run build again'],
  ENOTDIR: ['a file stands where a folder is needed', 'move that file away, or choose another folder with --out'],
  EEXIST: ['something else stands in the way', 'move it away, or choose another folder with --out'],
  EISDIR: ['a folder stands where a file is needed', 'move that folder away and run build again'],
  ENOTEMPTY: ['a folder that is not empty stands in the way', 'move that folder away and run build again'],
  EBUSY: ['something else is using it', 'close what uses it (for a mount point: unmount it) and run build again'],
  ENOENT: ['it is gone', 'run build again; if that repeats, find what deletes it meanwhile'],
  ELOOP: ['symbolic links lead in a circle', 'remove the link and run build again'],
  ENAMETOOLONG: ['the name is too long', 'shorten the folder, pack or dashboard uid'],
  EMFILE: ['this process has too many files open', 'raise the limit (ulimit -n) and run build again'],
  ENFILE: ['the system has too many files open', 'close some programs and run build again'],
  EIO: ['the disk reports an error', 'check the disk (dmesg), then run build again'],
};

/**
 * Turns an error of the file system into one message with a next step; any other error (a bug) comes back unchanged.
 *
 * @param action What was tried, as a verb with its object: `write the folder`.
 */
export function fileSystemFailure(error: unknown, action: string, path: string): unknown {
  const code = errorCode(error);
  if (code === undefined) return error;
  const [reason, next] = explanations[code] ?? [
    code,
    'see that the folder is there and writable, then run build again',
  ];
  return new Failure(`cannot ${action} ${path}: ${reason} (${code})`, { next, cause: error });
}

/** The system's code of a file-system error (`ENOENT`); undefined for every other value. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/**
 * Runs one step on the file system.
 *
 * @throws Failure with the path and a next step in place of the system's error.
 */
export function onDisk<Result>(action: string, path: string, step: () => Result): Result {
  try {
    return step();
  } catch (error) {
    throw fileSystemFailure(error, action, path);
  }
}
