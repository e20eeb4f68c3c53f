import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  truncateSync,
  unlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { followFile } from '../../../../src/core/exporter/follow/follow-file.js';

/** What happens to the file. `write` appends a part of what is still to be written, which need not end with a line. */
type Step =
  | { readonly kind: 'write'; readonly bytes: number }
  | { readonly kind: 'poll' | 'rename' | 'copytruncate' | 'remove' | 'truncate' };

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('write' as const), bytes: fc.integer({ min: 1, max: 90 }) }) },
  { weight: 4, arbitrary: fc.constant({ kind: 'poll' as const }) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(...(['rename', 'copytruncate', 'remove', 'truncate'] as const))
      .map((kind) => ({ kind })),
  },
);

/** By so many bytes a file is told from its successor: fewer may be the same in both. */
const telling = 12;

/** Text that is nowhere the same: what was read of a file is known by it. */
function noise(seed: number): string {
  return Array.from({ length: 8 }, (_, index) =>
    (((seed * 8 + index + 1) * 2_654_435_761) % 2 ** 32).toString(36),
  ).join('');
}

/** A writer of numbered lines that may stand anywhere in one, as one with a buffer does. */
class Writer {
  readonly path: string;
  readonly lines: readonly string[];
  readonly #bytes: Buffer;
  #written = 0;
  #generation = 0;
  #inFile = 0;
  #read = 0;

  constructor(path: string, count: number) {
    this.path = path;
    this.lines = Array.from({ length: count }, (_, n) =>
      JSON.stringify({ n, text: `é💥${noise(n).slice(0, (n * 7) % 40)}` }),
    );
    this.#bytes = Buffer.from(this.lines.map((line) => `${line}\n`).join(''));
    appendFileSync(path, '');
  }

  /** Everything was read. */
  seen(): void {
    this.#read = this.#inFile;
  }

  /** True where the follower would notice that the file is another one, or begins anew. */
  get isKnown(): boolean {
    return this.#inFile === 0 || this.#read >= telling;
  }

  write(bytes: number): void {
    appendFileSync(this.path, this.#bytes.subarray(this.#written, this.#written + bytes));
    const added = Math.min(bytes, this.#bytes.length - this.#written);
    this.#written += added;
    this.#inFile += added;
  }

  /** A writer that opens the file anew writes its line to the end first. */
  #endLine(): void {
    if (this.#written === 0 || this.#bytes[this.#written - 1] === 0x0a) return;
    this.write(this.#bytes.indexOf('\n', this.#written) + 1 - this.#written);
  }

  rotate(kind: 'rename' | 'copytruncate' | 'remove' | 'truncate'): void {
    this.#generation += 1;
    const old = `${this.path}.${this.#generation}`;
    if (kind === 'copytruncate') {
      copyFileSync(this.path, old);
      truncateSync(this.path);
    } else if (kind === 'truncate') truncateSync(this.path);
    else {
      this.#endLine();
      if (kind === 'rename') renameSync(this.path, old);
      else unlinkSync(this.path);
      appendFileSync(this.path, '');
    }
    this.#inFile = 0;
    this.#read = 0;
  }
}

async function follow(steps: readonly Step[], during: readonly Step[]): Promise<void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dashpack-once-')));
  const writer = new Writer(join(folder, 'events.jsonl'), 60);
  const found: string[] = [];
  const meanwhile = [...during];
  let isPolled = false;
  let isFresh = false;
  const take = (next: Step | undefined, canRotate: boolean): void => {
    if (next === undefined || next.kind === 'poll') return;
    if (next.kind === 'write') writer.write(next.bytes);
    else if (canRotate) {
      writer.rotate(next.kind);
      isFresh = false;
    }
  };
  const follower = followFile({
    path: writer.path,
    from: 'start',
    linger: 0,
    sink: {
      line(text) {
        found.push(text);
        const next = meanwhile.shift();
        // In the middle of a read, what the file loses without a copy is lost; the rest is not.
        if (next?.kind !== 'truncate') take(next, isFresh && (writer.isKnown || next?.kind !== 'copytruncate'));
      },
      tooLong: () => found.push('too long'),
    },
  });
  const poll = async (): Promise<void> => {
    isFresh = true;
    await follower.poll(() => Date.now() / 1000);
    isPolled = true;
    isFresh = true;
    writer.seen();
  };
  try {
    await poll();
    for (const next of steps) {
      if (next.kind === 'poll') await poll();
      else if (next.kind === 'write') {
        writer.write(next.bytes);
        isPolled = false;
      } else if (next.kind !== 'truncate' || isPolled) {
        // Between two looks one rotation is seen; what is cut off without a copy must have been read; and a file is known
        // by what was read of it.
        if (!isFresh || !writer.isKnown) await poll();
        take(next, writer.isKnown || next.kind === 'rename' || next.kind === 'remove');
      }
    }
    for (let turn = 0; turn < 3; turn += 1) await poll();
    writer.write(Number.MAX_SAFE_INTEGER);
    for (let turn = 0; turn < 3; turn += 1) await poll();
    expect(found).toEqual(writer.lines);
  } finally {
    follower.stop();
    await follower.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

test('each line once and in order, whatever happens to the file between two looks', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), (steps) => follow(steps, [])),
    { numRuns: 150 },
  );
});

test('and whatever happens while it is being read', { timeout: 120_000 }, async () => {
  const steps = fc.array(step, { maxLength: 25 });
  await fc.assert(fc.asyncProperty(steps, steps, follow), { numRuns: 150 });
});
