import { stat } from 'node:fs/promises';
import { createLineSplitter, type LineSink } from './line-splitter.js';
import { identityOf, openFile, readNext, type OpenFile } from './open-file.js';
import { bornAs, detectTruncation, readRestFromCopy, type ReadBefore } from './truncation.js';

/** Everything known of a file that is followed. */
export interface FollowerState {
  /** Why it cannot be read; `undefined` while it can. */
  readonly problem: string | undefined;
  /** Everything was read that was there when it was first seen, or there was nothing. */
  readonly caughtUp: boolean;
  /** Bytes that were not read when it was last looked at. */
  readonly unread: number;
  readonly lines: number;
  readonly tooLong: number;
  readonly rotations: number;
  readonly truncations: number;
}

/** The options of a follower. */
export interface FollowOptions {
  readonly path: string;
  /** Where reading begins in the file that is there at the start. What comes later is read whole. */
  readonly from: 'start' | 'end';
  readonly sink: LineSink;
  /** In bytes. Default 1 MiB. */
  readonly mostLineBytes?: number;
  /** For so many seconds without anything new a file that was renamed is still read: its writer may not know yet. Default 10. */
  readonly linger?: number;
}

/** Reads an append-only file on and on, each line once. */
export interface Follower {
  /**
   * Reads everything that is new, in pieces, between which others have their turn.
   *
   * @param now Unix seconds
   */
  poll(now: () => number): Promise<void>;
  readonly state: () => FollowerState;
  /** Ends a poll after the piece that it is reading. */
  stop(): void;
  /** Closes the files. No poll may be under way. */
  close(): Promise<void>;
}

/** Follows a file through rotation, by name or by copy, and truncation. It need not exist. */
export function followFile({ path, from, sink, mostLineBytes = 2 ** 20, linger = 10 }: FollowOptions): Follower {
  // The oldest first. The last one is, or was, the one at the path.
  let files: readonly OpenFile[] = [];
  let problem: string | undefined = 'it was not looked at yet';
  let readProblem: string | undefined;
  let start: 'start' | 'end' = from;
  let firstSize: number | undefined;
  const control = { isStopped: false };
  const before: ReadBefore = new Set();
  const seen = { caughtUp: false, unread: 0, lines: 0, tooLong: 0, rotations: 0, truncations: 0 };

  const counted: LineSink = {
    line(text) {
      seen.lines += 1;
      sink.line(text);
    },
    tooLong() {
      seen.lines += 1;
      seen.tooLong += 1;
      sink.tooLong();
    },
  };

  /** Opens the file at the path where it is another one: from then on it cannot be lost. */
  const look = async (now: number): Promise<void> => {
    try {
      const stats = await stat(path, { bigint: true });
      const identity = identityOf(stats);
      const held = files.find((file) => file.identity === identity);
      if (held !== undefined) {
        files = [...files.filter((file) => file !== held), held];
        problem = undefined;
        return;
      }
      const opened = await openFile(path, createLineSplitter(counted, mostLineBytes), start, now);
      if (typeof opened === 'string') {
        problem = opened;
        return;
      }
      problem = undefined;
      start = 'start';
      firstSize ??= Number(stats.size);
      before.add(bornAs(stats));
      forget(before);
      const replaced = files.at(-1);
      if (replaced !== undefined) {
        seen.rotations += 1;
        replaced.newAt = now;
      }
      files = [...files, opened];
    } catch (error) {
      problem = describeError(error);
    }
  };

  const drain = async (file: OpenFile, now: () => number): Promise<void> => {
    while (!control.isStopped) {
      const change = await detectTruncation(file);
      if (change !== 'intact') {
        seen.truncations += 1;
        const offset = file.offset;
        await readRestFromCopy(file, path, before, now());
        file.lines.seam();
        file.offset = change === 'hole' ? offset : 0;
        file.witness = Buffer.alloc(0);
      }
      file.intactAt = now();
      const bytes = await readNext(file, now());
      if (bytes === 0 || file.offset >= (firstSize ?? 0)) seen.caughtUp = true;
      if (bytes === 0) return;
      await look(now());
    }
  };

  /**
   * Closes files that were renamed and have had nothing new for a while, once their successor has something: before,
   * the writer may not know. Their last line needs no end.
   */
  const finishQuiet = async (now: number): Promise<void> => {
    const isFinished = (file: OpenFile, index: number): boolean =>
      now - file.newAt >= linger && (files[index + 1]?.offset ?? 0) > 0;
    const finished = files.filter(isFinished);
    files = files.filter((file) => !finished.includes(file));
    for (const file of finished) {
      file.lines.finish();
      await file.handle.close();
    }
  };

  return {
    async poll(now) {
      readProblem = undefined;
      await look(now());
      if (files.length === 0) seen.caughtUp = true;
      for (let index = 0; index < files.length && !control.isStopped; index += 1) {
        const file = files[index];
        try {
          if (file !== undefined) await drain(file, now);
        } catch (error) {
          readProblem = describeError(error);
        }
      }
      await look(now());
      await finishQuiet(now());
      const last = files.at(-1);
      seen.unread = last === undefined ? 0 : Math.max(0, (await last.handle.stat()).size - last.offset);
    },
    state: () => ({ problem: problem ?? readProblem, ...seen }),
    stop() {
      control.isStopped = true;
    },
    async close() {
      await Promise.all(files.map(({ handle }) => handle.close()));
      files = [];
    },
  };
}

/** More files than this do not stand beside each other long enough to be mistaken. */
const mostBefore = 1000;

function forget(before: ReadBefore): void {
  for (const born of before) {
    if (before.size <= mostBefore) return;
    before.delete(born);
  }
}

/** The complaint of the file system. Anything else is not a problem of the file, and thrown on. */
function describeError(error: unknown): string {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) throw error;
  if (code === 'ENOENT') return 'there is no such file';
  return code === 'EACCES' || code === 'EPERM' ? `it cannot be read (${code})` : code;
}
