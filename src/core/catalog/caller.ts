import type { Position } from '../model/position.js';

/** A place in a loaded file: what `Error.captureStackTrace` prints. Not yet mapped to the source. */
const frame = /\(?((?:file:\/\/|\/|[A-Za-z]:\\)[^()]*?):(\d+):(\d+)\)?$/;

/** The position that `callerPosition` hands out: the stack is read only when somebody asks for the place. */
class Caller implements Position {
  readonly #holder: { stack?: string };
  #place: Position | undefined;

  constructor(holder: { stack?: string }) {
    this.#holder = holder;
  }

  get file(): string {
    return this.#read().file;
  }
  get line(): number {
    return this.#read().line;
  }
  get column(): number {
    return this.#read().column;
  }

  #read(): Position {
    this.#place ??= firstPlace(this.#holder.stack ?? '');
    return this.#place;
  }
}

function firstPlace(stack: string): Position {
  for (const line of stack.split('\n').slice(1)) {
    const match = frame.exec(line);
    if (match === null) continue;
    const [, file = '', row = '1', column = '1'] = match;
    if (ownFile.test(file)) continue;
    return { file, line: Number(row), column: Number(column) };
  }
  return { file: '(unknown)', line: 1, column: 1 };
}

/** How many frames are looked at, from the caller of the builder up. Fewer are cheaper. */
const frames = 2;

/** Frames of dashpack itself are not what an author wrote. */
const ownFile = new RegExp(`^${escape(directoryOf(import.meta.url).replace(/chunks\/$/, ''))}`);

function directoryOf(url: string): string {
  return url.slice(0, url.lastIndexOf('/') + 1);
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/**
 * The line outside dashpack that called `builder`, for messages and `explain`. Cheap: the stack is captured now and
 * formatted only when the position is read. In a bundled configuration it is a place in the bundle, which `load` maps
 * to the source.
 */
export function callerPosition(builder: (...args: never[]) => unknown): Position {
  const holder: { stack?: string } = {};
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = frames;
  Error.captureStackTrace(holder, builder);
  Error.stackTraceLimit = limit;
  return new Caller(holder);
}
