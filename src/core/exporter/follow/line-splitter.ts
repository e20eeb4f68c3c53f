/** Takes the lines of a file. */
export interface LineSink {
  line(text: string): void;
  tooLong(): void;
}

/** Cuts bytes into lines. */
export interface LineSplitter {
  feed(chunk: Buffer): void;
  /**
   * The file was shortened under the half line that is kept. Whether that goes on at the beginning of the file is seen
   * when the next line is there: where one of the two is whole by itself, both stand alone, else they are one.
   */
  seam(): void;
  /** Nothing follows: what is kept is a line. */
  finish(): void;
}

const newline = 0x0a;
const nothing = Buffer.alloc(0);

/**
 * Makes a splitter. Lines end with `\n` or `\r\n` and are UTF-8; blank ones are left out. NUL bytes before a line are
 * left out as well: a writer that does not append leaves a hole where the file was shortened.
 *
 * @param mostBytes what is longer is dropped and reported, and never held in memory
 */
export function createLineSplitter(sink: LineSink, mostBytes: number): LineSplitter {
  let parts: Buffer[] = [];
  let size = 0;
  let isTooLong = false;
  let before: Buffer | undefined;

  const keep = (piece: Buffer): void => {
    const kept = size === 0 ? piece.subarray(countNuls(piece)) : piece;
    size += kept.length;
    if (size > mostBytes) {
      isTooLong = true;
      parts = [];
    } else if (kept.length > 0) parts.push(Buffer.from(kept)); // the chunk is written over
  };
  /** The text before a line's end; reports it, and returns nothing, where it is too long. */
  const take = (last: Buffer): Buffer | undefined => {
    const rest = size === 0 ? last.subarray(countNuls(last)) : last;
    const wasTooLong = isTooLong || size + rest.length > mostBytes;
    const line = parts.length === 0 ? rest : Buffer.concat([...parts, rest]);
    parts = [];
    size = 0;
    isTooLong = false;
    if (!wasTooLong) return line;
    sink.tooLong();
    return undefined;
  };
  const emit = (bytes: Buffer): void => {
    const line = decode(bytes);
    if (line.trim() !== '') sink.line(line);
  };
  const emitAfterSeam = (half: Buffer, line: Buffer): void => {
    if (isWhole(half) || isWhole(line)) {
      emit(half);
      emit(line);
    } else if (half.length + line.length > mostBytes) sink.tooLong();
    else emit(Buffer.concat([half, line]));
  };
  const end = (last: Buffer): void => {
    const line = take(last);
    const half = before;
    before = undefined;
    if (half !== undefined) emitAfterSeam(half, line ?? nothing);
    else if (line !== undefined) emit(line);
  };

  return {
    feed(chunk) {
      let from = 0;
      for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, from)) {
        end(chunk.subarray(from, at));
        from = at + 1;
      }
      if (from < chunk.length) keep(chunk.subarray(from));
    },
    seam() {
      if (size === 0) return;
      const half = take(nothing);
      if (half !== undefined) before = Buffer.concat([before ?? nothing, half]);
    },
    finish() {
      if (size > 0 || before !== undefined) end(nothing);
    },
  };
}

function countNuls(bytes: Buffer): number {
  let count = 0;
  while (count < bytes.length && bytes[count] === 0) count += 1;
  return count;
}

function decode(line: Buffer): string {
  const end = line.at(-1) === 0x0d ? line.length - 1 : line.length;
  const hasMark = line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf;
  return line.toString('utf8', hasMark ? 3 : 0, end);
}

/** Blank is not a line, and so leaves what stands beside it whole. */
function isWhole(bytes: Buffer): boolean {
  const line = decode(bytes);
  if (line.trim() === '') return true;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
