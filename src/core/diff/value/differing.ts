import type { Json } from '../../model/json.js';
import { isRecord } from '../../document/read/values.js';
import { isSame } from './same.js';

/** One place at which two values differ. */
export interface Differing {
  /** `legend.displayMode`, `steps.0.color`. */
  readonly path: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/**
 * The places at which two objects differ, in the order of their names. A list counts as one place, unless both have as many
 * objects.
 *
 * @param claimed paths that somebody else speaks for
 */
export function differingIn(
  before: Json | undefined,
  after: Json | undefined,
  claimed: ReadonlySet<string> = new Set(),
  path = '',
): readonly Differing[] {
  if (claimed.has(path) || isSame(before, after)) return [];
  const below = (key: string): string => (path === '' ? key : `${path}.${key}`);
  if (isMap(before) && isMap(after) && (isRecord(before) || isRecord(after))) {
    const [left, right] = [before ?? {}, after ?? {}];
    const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])].sort();
    return keys.flatMap((key) => differingIn(left[key], right[key], claimed, below(key)));
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    const [left, right] = [before as readonly Json[], after as readonly Json[]];
    if (left.every((item) => isRecord(item)) && right.every((item) => isRecord(item)))
      return left.flatMap((item, index) => differingIn(item, right[index], claimed, below(`${index}`)));
  }
  return [{ path, before, after }];
}

/** True for an object, and for what is not there. */
function isMap(value: Json | undefined): value is { readonly [key: string]: Json | undefined } | undefined {
  return value === undefined || isRecord(value);
}

/** The value at a path of names with dots between them. */
export function valueAt(json: Json | undefined, path: string): Json | undefined {
  let value = json;
  for (const key of path.split('.')) value = isRecord(value) ? value[key] : undefined;
  return value;
}
