import type { Change } from '../check.js';
import type { JsonPath } from '../json-path.js';
import type { Json } from '../subject.js';
import { jsonSpan, type JsonSpan } from './json-span.js';

/** A text with its changes made. */
export interface ChangedText {
  readonly text: string;
  readonly made: readonly Change[];
  /** What was left: another change is inside it, or around it, or nothing stands at its path. */
  readonly left: readonly Change[];
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly change: Change;
}

/**
 * Makes changes in a JSON text that parses, and leaves every other character of it as it is. Changes that touch each
 * other are made one at a time: run again for the others.
 */
export function applyChanges(text: string, changes: readonly Change[]): ChangedText {
  const edits = changes
    .flatMap((change) => editOf(text, change) ?? [])
    .toSorted((a, b) => b.from - a.from || b.to - a.to);
  const made: Change[] = [];
  let changed = text;
  let before = text.length + 1;
  for (const { from, to, insert, change } of edits) {
    if (to > before || (to === before && from === to)) continue;
    changed = `${changed.slice(0, from)}${insert}${changed.slice(to)}`;
    before = from;
    made.push(change);
  }
  return { text: changed, made, left: changes.filter((change) => !made.includes(change)) };
}

function editOf(text: string, change: Change): Edit | undefined {
  const { path, value } = change;
  const span = jsonSpan(text, path);
  if (span !== undefined) {
    if (value === undefined) return removal(text, span, change);
    return { ...replaced(span), insert: print(value, indentOf(text, span.whole.from)), change };
  }
  return value === undefined ? undefined : insertion(text, path, value, change);
}

function replaced({ value }: JsonSpan): { readonly from: number; readonly to: number } {
  return { from: value.from, to: value.to };
}

/** Takes a member away with the comma behind it, or, of the last one, with the comma before it. */
function removal(text: string, { whole, around }: JsonSpan, change: Change): Edit | undefined {
  if (around === undefined) return undefined;
  const behind = /^\s*,\s*/.exec(text.slice(whole.to, whole.to + 10_000));
  if (behind !== null) return { from: whole.from, to: whole.to + behind[0].length, insert: '', change };
  const head = text.slice(around.from, whole.from);
  const before = /,?\s*$/.exec(head)?.[0] ?? '';
  return { from: whole.from - before.length, to: whole.to, insert: '', change };
}

/** Adds a member behind the last one of the object that is to have it. */
function insertion(text: string, path: JsonPath, value: Json, change: Change): Edit | undefined {
  const name = path.at(-1);
  const parent = jsonSpan(text, path.slice(0, -1));
  if (typeof name !== 'string' || parent === undefined || text[parent.value.from] !== '{') return undefined;
  const { from, to } = parent.value;
  const inside = text.slice(from + 1, to - 1);
  const isEmpty = inside.trim() === '';
  const end = isEmpty ? from + 1 : from + 1 + inside.trimEnd().length;
  const isMultiline = inside.includes('\n');
  const inner = isMultiline
    ? indentOf(text, isEmpty ? from : from + 1 + inside.length - inside.trimStart().length)
    : '';
  const colon = isMultiline || /":\s/.test(inside) || isEmpty ? ': ' : ':';
  const member = `${JSON.stringify(name)}${colon}${print(value, inner)}`;
  const space = isMultiline ? `\n${inner}` : colon === ': ' && !isEmpty ? ' ' : '';
  return { from: end, to: end, insert: `${isEmpty ? '' : ','}${space}${member}`, change };
}

/** The white space at the start of the line in which a place stands. */
function indentOf(text: string, at: number): string {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /^\s*/.exec(line)?.[0] ?? '';
}

function print(value: Json, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);
}
