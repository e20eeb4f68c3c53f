import type { TextRange } from '../../document/json-path.js';

/** A part of a JSON text, and what stands there instead. */
export interface StringEdit extends TextRange {
  readonly insert: string;
}

/**
 * The edit that makes another text of a JSON string, and leaves what both have in common as it is written: `\u003e` stays
 * `\u003e`.
 *
 * @param at where the string stands, with its quotes
 */
export function stringEdit(json: string, at: TextRange, value: string): StringEdit {
  const units = unitsOf(json, at);
  const before = JSON.parse(json.slice(at.from, at.to)) as string;
  const most = Math.min(before.length, value.length);
  let head = 0;
  while (head < most && before[head] === value[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === value.at(-1 - tail)) tail += 1;
  return {
    from: units[head] ?? at.from + 1,
    to: units[before.length - tail] ?? at.to - 1,
    insert: JSON.stringify(value.slice(head, value.length - tail)).slice(1, -1),
  };
}

/** Where each unit of a string begins as it is written, and where the last one ends. */
function unitsOf(json: string, { from, to }: TextRange): readonly number[] {
  const units: number[] = [];
  let at = from + 1;
  while (at < to - 1) {
    units.push(at);
    at += json[at] === '\\' ? (json[at + 1] === 'u' ? 6 : 2) : 1;
  }
  return [...units, to - 1];
}
