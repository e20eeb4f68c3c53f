import type { Json } from '../../model/json.js';
import { isRecord } from '../../document/read/values.js';

/** True where two values say the same: the order of keys says nothing, and a key without a value neither. */
export function isSame(before: Json | undefined, after: Json | undefined): boolean {
  if (before === after) return true;
  if (Array.isArray(before) && Array.isArray(after)) {
    const [left, right] = [before as readonly Json[], after as readonly Json[]];
    return left.length === right.length && left.every((item, index) => isSame(item, right[index]));
  }
  if (!isRecord(before) || !isRecord(after)) return false;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].every((key) => isSame(before[key], after[key]));
}

/** True where a value says no more than its absence does: `null`, `''`, `false`, nothing in it. */
export function isNothing(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '' || value === false) return true;
  return typeof value === 'object' && Object.values(value).every((each) => isNothing(each));
}
