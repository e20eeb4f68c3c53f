import { equal } from '../equal.js';
import { children, walk, type BinaryNode, type Matcher, type Node } from '../node.js';
import { isFilter } from '../operators.js';
import { constantValue } from './constant.js';
import type { Lookup } from './lookup.js';
import { contradiction, joinConflict } from './never-matches.js';
import { intersection, isEmpty, valueBounds } from './value-bounds.js';
import { isInstantVector } from './value-type.js';

/** A part of a query that never returns anything, and why, as the end of a sentence. */
export interface NeverReturn {
  readonly kind: 'matchers' | 'join' | 'comparison';
  readonly node: Node;
  readonly reason: string;
}

/**
 * The parts of a query that never return anything, given the catalog: selectors whose matchers exclude each other,
 * joins of which no series of one side finds one of the other, comparisons that no value passes.
 */
export function neverReturns(node: Node, lookup: Lookup): readonly NeverReturn[] {
  const found: NeverReturn[] = [];
  walk(node, (inner) => {
    if (inner.kind === 'selector') {
      const pair = contradiction(inner);
      if (pair !== undefined) {
        found.push({ kind: 'matchers', node: inner, reason: `no series has ${pair.map(written).join(' and ')}` });
      }
    }
    // Without a match, "or" and "unless" return what is on the left.
    if (inner.kind !== 'binary' || inner.operator === 'or' || inner.operator === 'unless') return;
    const reason =
      isInstantVector(inner.left) && isInstantVector(inner.right) ? joinConflict(inner, lookup) : undefined;
    if (reason !== undefined) found.push({ kind: 'join', node: inner, reason });
  });
  return [...found, ...emptyComparisons(node, lookup).map((of) => ({ kind: 'comparison' as const, ...of }))];
}

function written({ label, operator, value }: Matcher): string {
  return `${label}${operator}"${value}"`;
}

/** A comparison, or a set of two, that is always empty. */
export interface EmptyComparison {
  readonly node: BinaryNode;
  /** Why, as the end of a sentence. */
  readonly reason: string;
}

/** The comparisons that no value passes, given what the catalog says of the values: the innermost of each branch. */
export function emptyComparisons(node: Node, lookup: Lookup): readonly EmptyComparison[] {
  const below = children(node).flatMap((child) => emptyComparisons(child, lookup));
  const reason = node.kind === 'binary' && below.length === 0 ? reasonOf(node, lookup) : undefined;
  return node.kind === 'binary' && reason !== undefined ? [{ node, reason }] : below;
}

function reasonOf(node: BinaryNode, lookup: Lookup): string | undefined {
  const { operator, left, right, bool, matching } = node;
  if (!isInstantVector(left) || bool === true) return undefined;
  if (operator === 'unless' && matching === undefined && equal(left, right)) return 'both sides are the same';
  if (operator === 'and' && matching === undefined && isInstantVector(right) && equal(bare(left), bare(right))) {
    return isEmpty(intersection(valueBounds(left, lookup), valueBounds(right, lookup)))
      ? 'no value passes both comparisons'
      : undefined;
  }
  if (constantValue(right) === undefined || !isEmpty(valueBounds(node, lookup))) return undefined;
  const { least, greatest } = valueBounds(left, lookup);
  if (counts(node)) return 'a count is 1 or more, and empty where there is nothing to count';
  if (least === greatest) return `the left side is always ${least}`;
  const bounds = [
    ...(Number.isFinite(least) ? [`never less than ${least}`] : []),
    ...(Number.isFinite(greatest) ? [`never more than ${greatest}`] : []),
  ];
  return `the left side is ${bounds.join(' and ')}`;
}

/** True where a comparison is of a count. */
export function counts({ left }: BinaryNode): boolean {
  return left.kind === 'aggregate' && left.name === 'count';
}

/** The compared part, without its comparisons with numbers. */
function bare(node: Node): Node {
  return isFilter(node) && constantValue(node.right) !== undefined ? bare(node.left) : node;
}
