import type { JsonPath, TextRange } from '../json-path.js';
import type { ValuePlace } from './layer.js';
import type { DocumentPlace, LinePlace } from '../../text/lines.js';
import type { EmbeddedText } from './reading.js';

/** Finds places in a file, through all texts that stand in each other. */
export interface Locator {
  readonly value: (path: JsonPath, range?: TextRange) => DocumentPlace;
  /** The place of an offset in the text that stands at a path. */
  readonly offset: (path: JsonPath, offset: number) => LinePlace;
}

/** Makes the locator of a file. The texts may come later, those within others after them. */
export function createLocator(texts: readonly EmbeddedText[], lines: (offset: number) => LinePlace): Locator {
  return {
    value(path, range) {
      const text = innermost(path, texts.length);
      if (text === undefined) return { line: 1, column: 1, endLine: 1, endColumn: 1 };
      const { from, to } = part(text.layer.find(path.slice(text.path.length)), range);
      const start = outward(text, from);
      const end = outward(text, to);
      return { ...lines(start), endLine: lines(end).line, endColumn: lines(end).column };
    },
    offset(path, offset) {
      const text = texts.find((each) => startsWith(path, each.path) && each.path.length === path.length);
      return lines(text === undefined ? offset : outward(text, offset));
    },
  };

  /** The innermost text that a path leads into, of the first so many. */
  function innermost(path: JsonPath, count: number): EmbeddedText | undefined {
    let found: EmbeddedText | undefined;
    for (let index = 0; index < count; index += 1) {
      const text = texts[index];
      if (text !== undefined && startsWith(path, text.path) && text.path.length >= (found?.path.length ?? 0))
        found = text;
    }
    return found;
  }

  /** Where an offset of a text stands in the file. */
  function outward(text: EmbeddedText, offset: number): number {
    if (text.path.length === 0) return offset;
    const around = innermost(text.path, texts.indexOf(text));
    if (around === undefined) return offset;
    const place = around.layer.find(text.path.slice(around.path.length));
    return outward(around, place.inside?.(offset) ?? place.from);
  }
}

function part({ from, to, exact, inside }: ValuePlace, range: TextRange | undefined): TextRange {
  if (range === undefined || !exact || inside === undefined) return { from, to };
  const start = inside(range.from);
  return { from: start, to: Math.max(inside(range.to), start) };
}

function startsWith(path: JsonPath, start: JsonPath): boolean {
  return start.length <= path.length && start.every((key, index) => path[index] === key);
}
