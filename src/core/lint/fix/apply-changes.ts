import type { Change } from '../check.js';
import type { Json } from '../../model/json.js';
import { createSpans, type FindSpan, type JsonSpan } from './json-span.js';
import { indentOf, jsonStyle, printLike, type JsonStyle } from './json-style.js';
import { stringEdit } from './string-edit.js';

/** Changes that belong together: all of them are made, or none. */
export type ChangeGroup = readonly Change[];

/** A text with its changes made. */
export interface ChangedText {
  readonly text: string;
  readonly made: readonly ChangeGroup[];
  /** The changes left out: another change is inside, or around, or nothing stands at the path. */
  readonly left: readonly ChangeGroup[];
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** A text that is changed, and what is known of it. */
interface Source {
  readonly text: string;
  readonly find: FindSpan;
  readonly style: JsonStyle;
}

/**
 * Makes changes in a JSON text that parses, and leaves every other character of it as it is. Of groups that touch each
 * other the first is made: run again for the others.
 */
export function applyChanges(text: string, groups: readonly ChangeGroup[]): ChangedText {
  const source = { text, find: createSpans(text), style: jsonStyle(text) };
  const edits: Edit[] = [];
  const made = new Set<ChangeGroup>();
  for (const group of groups) {
    const own = group.map((change) => editOf(source, change));
    if (own.length === 0 || !own.every((edit) => edit !== undefined) || !insertAll(edits, own)) continue;
    made.add(group);
  }
  let changed = '';
  let at = 0;
  for (const { from, to, insert } of edits) {
    changed += text.slice(at, from) + insert;
    at = to;
  }
  return {
    text: changed + text.slice(at),
    made: groups.filter((group) => made.has(group)),
    left: groups.filter((group) => !made.has(group)),
  };
}

/** Puts edits among others in the order of the text, or none of them where one touches another. */
function insertAll(edits: Edit[], own: readonly Edit[]): boolean {
  const taken: Edit[] = [];
  for (const edit of own) {
    const index = placeFor(edit, edits, taken);
    if (index === undefined) {
      for (const each of taken) edits.splice(edits.indexOf(each), 1);
      return false;
    }
    edits.splice(index, 0, edit);
    taken.push(edit);
  }
  return true;
}

/** Where in the ordered list an edit belongs; undefined where it touches one. */
function placeFor({ from, to }: Edit, edits: readonly Edit[], own: readonly Edit[]): number | undefined {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const before = edits[low - 1];
  const behind = edits[low];
  // What one group adds to one place stands in the order of the group.
  const last = own.at(-1);
  if (from === to && last !== undefined && last.from === from && last.to === to) return edits.indexOf(last) + 1;
  // Two insertions at one place have no order, and a removal beside an insertion may take the same comma.
  if (before !== undefined && before.to >= from) return undefined;
  return behind !== undefined && behind.from <= to ? undefined : low;
}

function editOf(source: Source, { path, value }: Change): Edit | undefined {
  const span = source.find(path);
  if (span === undefined) return value === undefined ? undefined : insertion(source, path, value);
  if (value === undefined) return removal(source.text, span);
  const { text, style } = source;
  if (typeof value === 'string' && text[span.value.from] === '"') return stringEdit(text, span.value, value);
  return { ...span.value, insert: printLike(value, style, indentOf(text, span.whole.from)) };
}

/** Takes a member away with the comma behind it, or, of the last one, with the comma before it. */
function removal(text: string, { whole, around }: JsonSpan): Edit | undefined {
  if (around === undefined) return undefined;
  const behind = /^\s*,\s*/.exec(text.slice(whole.to, whole.to + 10_000));
  if (behind !== null) return { from: whole.from, to: whole.to + behind[0].length, insert: '' };
  const head = text.slice(around.from, whole.from);
  const before = /,?\s*$/.exec(head)?.[0] ?? '';
  return { from: whole.from - before.length, to: whole.to, insert: '' };
}

/** Adds a member behind the last one of the object that is to have it, or an item at the end of the list. */
function insertion({ text, find, style }: Source, path: Change['path'], value: Json): Edit | undefined {
  const name = path.at(-1);
  const parent = find(path.slice(0, -1));
  if (parent === undefined || name === undefined) return undefined;
  const { from, to } = parent.value;
  if (text[from] !== (typeof name === 'string' ? '{' : '[')) return undefined;
  const inside = text.slice(from + 1, to - 1);
  const isEmpty = inside.trim() === '';
  const isLaidOut = isEmpty ? style.indent !== undefined : inside.includes('\n');
  const outer = indentOf(text, from);
  const inner = isEmpty
    ? `${outer}${style.indent ?? ''}`
    : indentOf(text, from + 1 + inside.length - inside.trimStart().length);
  const isSpaced = isLaidOut || /":\s/.test(inside);
  const key = typeof name === 'number' ? '' : `${JSON.stringify(name)}${isSpaced ? ': ' : ':'}`;
  const member = `${key}${printLike(value, isLaidOut ? style : { ...style, indent: undefined }, inner)}`;
  if (isEmpty) {
    const [open, close] = isLaidOut ? [`${style.lineEnd}${inner}`, `${style.lineEnd}${outer}`] : ['', ''];
    return { from: from + 1, to: to - 1, insert: `${open}${member}${close}` };
  }
  const end = from + 1 + inside.trimEnd().length;
  const space = isLaidOut ? `${style.lineEnd}${inner}` : isSpaced ? ' ' : '';
  return { from: end, to: end, insert: `,${space}${member}` };
}
