import type { JsonPath } from '../json-path.js';
import type { Json, JsonObject } from '../../model/json.js';
import type { ReadPanel, ReadRow, Unread } from '../read-dashboard.js';
import { limits } from './limits.js';
import { parseQuery, type ParsedQuery } from './query.js';
import { isRecord } from './values.js';

/** The parts of a dashboard found so far. */
export interface Found {
  readonly panels: ReadPanel[];
  readonly rows: ReadRow[];
  readonly unread: Unread[];
  /** Makes a tree of the text of a panel's query. */
  readonly parse: (expr: string) => ParsedQuery;
  /** How many queries there were, and how long they are together. */
  queries: number;
  queriesLength: number;
}

/** Nothing found yet. */
export function createFound(parse: Found['parse'] = parseQuery): Found {
  return { panels: [], rows: [], unread: [], parse, queries: 0, queriesLength: 0 };
}

/** An object of a file, and its place. */
export interface Placed {
  readonly json: JsonObject;
  readonly path: JsonPath;
}

/** The objects of a list. What is not an object, no list, or too much of it is listed as not read. */
export function* objectsIn(value: Json | undefined, path: JsonPath, what: string, unread: Unread[]): Generator<Placed> {
  if (value === undefined || value === null) return;
  if (!Array.isArray(value)) {
    unread.push({ path, reason: `not a list of ${what}s` });
    return;
  }
  const list: readonly Json[] = value;
  const count = Math.min(list.length, limits.items);
  for (let index = 0; index < count; index += 1) {
    const json = list[index];
    if (isRecord(json)) yield { json, path: [...path, index] };
    else if (unread.length < limits.items)
      unread.push({ path: [...path, index], reason: `not an object, as ${what}s must be` });
  }
  if (list.length > count)
    unread.push({ path, reason: `more than ${limits.items} ${what}s: the other ${list.length - count} are not read` });
}
