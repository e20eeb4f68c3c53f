import type { Node } from './node.js';

/** The properties of a node beyond its PromQL. */
const beyondText: ReadonlySet<string> = new Set(['family', 'role', 'carries']);

/** True where two trees are the same PromQL: what text cannot say, such as `family` and `role`, is ignored. */
export function equal(left: Node, right: Node): boolean {
  return same(left, right);
}

function same(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) || Array.isArray(right)) return sameItems(left, right);
  const a = entries(left);
  const b = entries(right);
  return a.size === b.size && [...a].every(([key, value]) => same(value, b.get(key)));
}

function sameItems(left: object, right: object): boolean {
  if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
  return left.every((item: unknown, index) => same(item, right[index]));
}

/** The properties that count. A group without matching labels matches on all of them, which is `ignoring ()`. */
function entries(object: object): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [key, value] of Object.entries(object)) {
    if (value !== undefined && !beyondText.has(key)) found.set(key, value);
  }
  if (found.has('group') && !found.has('matching')) found.set('matching', { ignoring: [] });
  return found;
}
