import stringify from 'fast-json-stable-stringify';
import { isJsonObject, type Json } from '../model/json.js';
import { shorten, shortenPair } from './shorten.js';

/** One place at which two JSON values differ. */
export interface Change {
  /** From the value itself: `targets[0].expr`; '' for the value itself. */
  readonly path: string;
  /** Undefined where the place exists only afterwards. */
  readonly before: Json | undefined;
  /** Undefined where the place existed only before. */
  readonly after: Json | undefined;
}

/** Lists the places at which two values differ, in the order of the keys. Lists of scalars count as one place. */
export function listChanges(before: Json | undefined, after: Json | undefined, path = ''): readonly Change[] {
  if (isJsonObject(before) && isJsonObject(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys]
      .sort()
      .flatMap((key) => listChanges(before[key], after[key], path === '' ? key : `${path}.${key}`));
  }
  if (isListOfNested(before) && isListOfNested(after)) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_item, index) =>
      listChanges(before[index], after[index], `${path}[${index}]`),
    ).flat();
  }
  return stringify(before) === stringify(after) ? [] : [{ path, before, after }];
}

/** Prints a change on one line, from before to after, long values shortened around the first difference. */
export function printChange({ path, before, after }: Change): string {
  if (before === undefined) return `${path} added: ${quote(after, shorten(print(after)))}`;
  if (after === undefined) return `${path} removed: ${quote(before, shorten(print(before)))}`;
  const [left, right] = shortenPair(print(before), print(after));
  return `${path === '' ? '' : `${path}: `}${quote(before, left)} → ${quote(after, right)}`;
}

/** A text without its quotes, and with those inside it as they are: queries are full of them. */
function print(value: Json | undefined): string {
  const json = JSON.stringify(value);
  return typeof value === 'string' ? json.slice(1, -1).replaceAll('\\"', '"') : json;
}

function quote(value: Json | undefined, printed: string): string {
  return typeof value === 'string' ? `"${printed}"` : printed;
}

function isListOfNested(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value) && value.some((item) => typeof item === 'object' && item !== null);
}
