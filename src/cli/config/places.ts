import { resolve } from 'node:path';
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import { Failure } from '../../core/model/failure.js';
import type { Finding } from '../../core/model/finding.js';
import type { Position } from '../../core/model/position.js';
import { faultOf, type Fault } from '../fault.js';
import { relativePath } from '../relative-path.js';

/** Leads from places in the bundled configuration back to the sources that people edit. */
export interface Places {
  /** The same place in its source file, named from the working folder. */
  position(position: Position): Position;
  /** A text with the places of the bundle that it names replaced by those of the sources. */
  text(text: string): string;
  finding(finding: Finding): Finding;
  /** The error that code of the configuration threw, at the line that threw it; undefined where no line of it took part. */
  fault(error: unknown): Fault | undefined;
}

/** Everything needed to find the way back. */
export interface PlacesOptions {
  /** The bundle as stack traces name it. */
  readonly url: string;
  /** The bundle's source map, JSON. */
  readonly map: string;
  /** The folder to which the map's sources are relative, absolute. */
  readonly folder: string;
  readonly cwd: string;
}

const next = 'correct that line and run dashpack again';

/** Creates the way back; the source map is read when the first place is asked for. */
export function createPlaces({ url, map, folder, cwd }: PlacesOptions): Places {
  let trace: TraceMap | undefined;
  const inBundle = new RegExp(`${url.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}:(\\d+):(\\d+)`, 'g');

  const find = (line: number, column: number): Position | undefined => {
    trace ??= new TraceMap(map);
    const found = originalPositionFor(trace, { line, column: column - 1 });
    if (found.source === null) return undefined;
    return { file: relativePath(cwd, resolve(folder, found.source)), line: found.line, column: found.column + 1 };
  };
  const text = (message: string): string =>
    message.replaceAll(inBundle, (place, line: string, column: string) => {
      const found = find(Number(line), Number(column));
      return found === undefined ? place : `${found.file}:${found.line}:${found.column}`;
    });
  const position = ({ file, line, column }: Position): Position =>
    (file === url ? find(line, column) : undefined) ?? { file, line, column };
  /** The first line of the configuration that a stack passes through. */
  const thrownAt = (error: unknown): Position | undefined => {
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    for (const [, line, column] of stack.matchAll(inBundle)) {
      const found = find(Number(line), Number(column));
      if (found !== undefined) return found;
    }
    return undefined;
  };

  return {
    position,
    text,
    finding: (finding) => ({
      ...finding,
      message: text(finding.message),
      ...(finding.position === undefined ? {} : { position: position(finding.position) }),
      ...(finding.fix === undefined ? {} : { fix: text(finding.fix) }),
    }),
    fault(error) {
      if (error instanceof Failure) {
        const fault = faultOf(error);
        const place = fault.position === undefined ? thrownAt(error) : position(fault.position);
        return { ...fault, message: text(fault.message), position: place };
      }
      const place = thrownAt(error);
      return place === undefined ? undefined : { message: text(describe(error)), position: place, next, exitCode: 2 };
    },
  };
}

/** The message of anything that was thrown, and of its causes. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const message = error.message === '' ? error.name : error.message;
  return error.cause === undefined ? message : `${message} (because: ${describe(error.cause)})`;
}
