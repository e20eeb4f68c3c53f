import { Failure } from '../model/failure.js';
import type { JsonObject, Json } from '../model/json.js';

/** Far deeper than any dashboard, far above what the call stack holds. */
const maxDepth = 500;

/** A marker method that the Foundation SDK leaves on every query. */
const sdkMarker = '_implementsDataqueryVariant';

/**
 * Copies a value into plain JSON data that shares nothing with it: object keys sorted by code unit, arrays in order,
 * properties whose value is `undefined` dropped, -0 as 0. Keys that are whole numbers (`"10"`) come first, in
 * ascending order, because JavaScript objects keep them so; the result is the same for every insertion order.
 *
 * @param where What the value is, for the message: `dashboard "Overview"`.
 * @throws Failure that names the JSON path of whatever is not plain data: a function, symbol, bigint, NaN, Infinity,
 *   Date, Map, class instance, cycle, or `undefined` inside an array. Properties under symbols are left out.
 */
export function normalise(value: unknown, where: string): Json {
  return copy(value, { where, keys: [], ancestors: [] });
}

/** Where the copy is: the keys that lead to the value, and the objects on the way. */
interface Walk {
  readonly where: string;
  readonly keys: (string | number)[];
  readonly ancestors: object[];
}

function copy(value: unknown, walk: Walk): Json {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      if (!Number.isFinite(value)) throw notPlain(walk, `the number ${value}`);
      return value === 0 ? 0 : value;
    case 'object':
      if (value === null) return null;
      return copyNested(value, walk);
    default:
      throw notPlain(walk, value === undefined ? 'undefined' : `a ${typeof value}`);
  }
}

function copyNested(value: object, walk: Walk): Json {
  const { ancestors, keys } = walk;
  const depth = ancestors.length;
  for (let index = 0; index < depth; index += 1) {
    if (ancestors[index] === value) throw notPlain(walk, `a cycle back to ${printPath(keys.slice(0, index))}`);
  }
  if (depth === maxDepth) throw notPlain(walk, `nesting deeper than ${maxDepth} levels`);
  ancestors.push(value);
  keys.push('');
  const result = Array.isArray(value) ? copyArray(value, walk, depth) : copyObject(value, walk, depth);
  keys.pop();
  ancestors.pop();
  return result;
}

function copyArray(items: readonly unknown[], walk: Walk, depth: number): readonly Json[] {
  const result: Json[] = [];
  for (let index = 0; index < items.length; index += 1) {
    walk.keys[depth] = index;
    result.push(copy(items[index], walk));
  }
  return result;
}

function copyObject(source: object, walk: Walk, depth: number): JsonObject {
  assertPlain(source, walk);
  const result: Record<string, Json> = {};
  const properties = source as Readonly<Record<string, unknown>>;
  for (const key of sortedKeys(source)) {
    const value = properties[key];
    if (value === undefined || key === sdkMarker) continue;
    walk.keys[depth] = key;
    // An assignment to `__proto__` would set the prototype instead.
    if (key === '__proto__') Object.defineProperty(result, key, { ...ownData, value: copy(value, walk) });
    else result[key] = copy(value, walk);
  }
  return result;
}

const ownData = { configurable: true, enumerable: true, writable: true };

/** Sorts by insertion: most objects are small, and one that is sorted already costs one comparison a key. */
function sortedKeys(source: object): readonly string[] {
  const keys = Object.keys(source);
  if (keys.length > 64) return keys.sort();
  for (let index = 1; index < keys.length; index += 1) {
    const key = keys[index] as string;
    let place = index;
    while (place > 0 && (keys[place - 1] as string) > key) {
      keys[place] = keys[place - 1] as string;
      place -= 1;
    }
    keys[place] = key;
  }
  return keys;
}

/** Object literals of any realm are plain: their prototype is a root, from which every other one inherits. */
function assertPlain(value: object, walk: Walk): void {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    const isRoot = Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, 'isPrototypeOf');
    if (!isRoot) throw notPlain(walk, `an object of class ${value.constructor?.name || '(unnamed)'}`, 1);
  }
}

function notPlain(walk: Walk, found: string, unfinished = 0): Failure {
  const path = printPath(walk.keys.slice(0, walk.keys.length - unfinished));
  return new Failure(`${walk.where}: ${path} is ${found}, which JSON cannot hold`, {
    next: `give ${path} a plain value (text, number, boolean, null, list or object), or leave it out`,
  });
}

/** `$` is the value itself: `$.panels[3].title`, `$["a b"]`. */
function printPath(keys: readonly (string | number)[]): string {
  const isName = /^[A-Za-z_][A-Za-z0-9_]*$/;
  const print = (key: string | number): string => {
    if (typeof key === 'number') return `[${key}]`;
    return isName.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
  };
  return `$${keys.map(print).join('')}`;
}
