import { constantValue } from '../../../promql/analyze/constant.js';
import { isZeroWhenIdle } from '../../../promql/analyze/can-be-zero.js';
import { masksMissing, type Mask } from '../../../promql/analyze/masks-missing.js';
import { some, walk, type BinaryNode, type Node } from '../../../promql/node.js';
import { print } from '../../../promql/print.js';
import type { Problem, QueryCheck } from '../../check.js';
import { isDrawnOverTime } from '../../../document/find/drawn.js';
import { at } from '../../judge/known-problems.js';
import type { ReadQuery } from '../../../document/read-dashboard.js';

/** `or vector(0)`: a number that nobody measured stands where data is missing, so that a dead exporter looks quiet. */
export const maskedMissingData: QueryCheck = {
  id: 'promql/masked-missing-data',
  severity: 'warning',
  summary: 'A constant in place of missing data',
  looksAt: 'query',
  *check(query) {
    const { node, expr } = query;
    if (node === undefined) return;
    const masks = /\bor\b/i.test(expr) ? masksMissing(node) : [];
    for (const mask of masks) yield ofMask(query, node, mask);
    if (query.owner !== 'panel') return;
    for (const share of /\bclamp_min\b/.test(expr) ? clampedShares(node) : []) {
      yield {
        message: `without traffic this divides by ${print(share.clamp)}, and shows 0 as if it had been measured`,
        ...at(query, share.node.right),
        fix: `leave the quotient empty where there is nothing to divide by, … / (… > 0), and set "No value"`,
        severity: 'note',
      };
    }
    if (isOnlyConstant(query)) {
      yield {
        message: `the panel draws ${print(node)}, which nobody measures`,
        ...at(query, node),
        fix: 'remove the panel, or say in a text panel what there is not',
      };
    }
  },
};

function ofMask(query: ReadQuery, root: Node, { node, filter }: Mask): Problem {
  const constant = print(node.right);
  if (filter !== undefined) {
    return {
      message: `"or ${constant}" does nothing: ${filter.operator} ${print(filter.right)} filters it out again`,
      ...at(query, node.right),
      fix: 'remove it',
      severity: 'note',
    };
  }
  const looks = isMadeUp(node.right)
    ? `shows a series that nobody exported, ${constant}`
    : isSubtractedFromNow(root, node)
      ? `takes ${constant} for a point in time, and shows the time since 1970`
      : `shows ${constant}: a dead exporter looks like a quiet one`;
  return {
    message: `where data is missing, this ${looks}`,
    ...at(query, node.right),
    fix: 'leave the query empty and set "No value", or show the constant only while its source is alive: (… or vector(0)) and on () up{job="…"} == 1',
  };
}

/** True where a constant has labels, so that it looks like one more series. */
function isMadeUp(node: Node): boolean {
  return node.kind === 'call' && (node.name === 'label_replace' || node.name === 'label_join');
}

/** True where a part of a query is subtracted from the time of now. */
function isSubtractedFromNow(root: Node, part: Node): boolean {
  return some(
    root,
    (node) =>
      node.kind === 'binary' &&
      node.operator === '-' &&
      node.right === part &&
      node.left.kind === 'call' &&
      node.left.name === 'time',
  );
}

/** The largest number that is not a denominator, but keeps one from being 0. */
const tiny = 1e-3;

/** The quotients whose denominator is kept from 0 by something tiny, so that they are 0 where nothing is counted. */
function clampedShares(root: Node): readonly { readonly node: BinaryNode; readonly clamp: Node }[] {
  const found: { readonly node: BinaryNode; readonly clamp: Node }[] = [];
  walk(root, (node) => {
    if (node.kind !== 'binary' || node.operator !== '/' || node.right.kind !== 'call') return;
    const { name, args } = node.right;
    const [of, clamp] = args;
    if (name !== 'clamp_min' || of === undefined || clamp === undefined) return;
    const least = constantValue(clamp);
    if (least !== undefined && least > 0 && least <= tiny && isZeroWhenIdle(of) && masksMissing(of).length === 0)
      found.push({ node, clamp });
  });
  return found;
}

/** True where a graph draws nothing but constants: beside measured lines, a constant is a limit. */
function isOnlyConstant(query: ReadQuery): boolean {
  if (!isDrawnOverTime(query)) return false;
  const visible = query.panel?.queries.filter(({ hidden }) => !hidden) ?? [];
  return (
    visible[0] === query &&
    query.panel?.others.length === 0 &&
    visible.every(({ node }) => node !== undefined && constantValue(node) !== undefined)
  );
}
