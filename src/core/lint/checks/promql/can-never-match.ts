import { carriedLabels } from '../../../promql/analyze/labels.js';
import { seriesName } from '../../../promql/analyze/lookup.js';
import { contradiction, joinConflict } from '../../../promql/analyze/never-matches.js';
import { isInstantVector } from '../../../promql/analyze/value-type.js';
import { walk, type BinaryNode, type Matcher, type Node } from '../../../promql/node.js';
import type { QueryCheck } from '../../check.js';
import { at, lookupOf, noCatalog } from '../../judge/known-problems.js';
import { selectorsIn } from '../../../document/find/series-in.js';
import { placeOf } from '../../judge/matchers-in.js';

/** Matchers that exclude each other, and operands of which no series of one has the labels of one of the other. */
export const canNeverMatch: QueryCheck = {
  id: 'promql/can-never-match',
  severity: 'error',
  summary: 'Matchers or operands that can never match',
  looksAt: 'query',
  *check(query, _, context) {
    if (query.node === undefined) return;
    const nodes: Node[] = [];
    walk(query.node, (node) => nodes.push(node));
    for (const node of nodes) {
      const pair = node.kind === 'selector' ? contradiction(node) : undefined;
      if (pair !== undefined && node.kind === 'selector') {
        const [one, other] = pair;
        const place = placeOf(query, { selector: node, matcher: other });
        yield {
          message: `no series has ${written(one)} and ${written(other)}`,
          ...(place === undefined ? at(query, node) : { range: place.whole }),
          fix: 'remove one of the two matchers, or write both values in one: =~"a|b"',
        };
      }
      if (
        node.kind !== 'binary' ||
        node.operator === 'or' ||
        !isInstantVector(node.left) ||
        !isInstantVector(node.right)
      )
        continue;
      const certain = joinConflict(node, noCatalog);
      const reason = certain ?? joinConflict(node, lookupOf(context)) ?? targetConflict(node) ?? groupingConflict(node);
      if (reason === undefined) continue;
      const isHarmless =
        node.operator === 'unless' ||
        (certain === undefined && (context.pack === undefined || joinConflict(node, lookupOf(context)) === undefined));
      yield {
        message: `the two sides of "${node.operator}" never match: ${reason}`,
        ...at(query, node),
        fix: 'name the labels that both sides have, on (…), and take others along with group_left (…), or aggregate both sides by the same labels',
        ...(isHarmless && { severity: 'warning' as const }),
      };
    }
  },
};

function written({ label, operator, value }: Matcher): string {
  return `${label}${operator}"${value}"`;
}

/**
 * The target's labels that an aggregation drops and a scraped side has: probable only, as nobody said that it is
 * scraped.
 */
function targetConflict({ left, right, matching, fill }: BinaryNode): string | undefined {
  if (matching !== undefined || fill !== undefined) return undefined;
  const sides = [
    ['left', left, 'right', right],
    ['right', right, 'left', left],
  ] as const;
  for (const [name, scraped, otherName, other] of sides) {
    if (!isScraped(scraped)) continue;
    const { possible, others } = carriedLabels(other, noCatalog);
    const missing = ['instance', 'job'].find((label) => !possible.has(label));
    if (!others && missing !== undefined)
      return `the ${name} side has the label "${missing}" if it is scraped, which the ${otherName} side does not have`;
  }
  return undefined;
}

/**
 * Both sides are aggregated, but by other labels: they match only if those that one side lacks are empty on the other.
 */
function groupingConflict({ left, right, matching, fill }: BinaryNode): string | undefined {
  if (fill !== undefined || matching !== undefined) return undefined;
  if ([left, right].some((side) => selectorsIn(side).some((selector) => seriesName(selector) === undefined)))
    return undefined; // what a variable stands for may lack the label
  const [ours, theirs] = [carriedLabels(left, noCatalog), carriedLabels(right, noCatalog)];
  if (ours.others || theirs.others) return undefined;
  const onlyOurs = [...ours.possible].find((label) => !theirs.possible.has(label));
  const onlyTheirs = [...theirs.possible].find((label) => !ours.possible.has(label));
  const [label, has, lacks] = onlyOurs === undefined ? [onlyTheirs, 'right', 'left'] : [onlyOurs, 'left', 'right'];
  return label === undefined
    ? undefined
    : `only the ${has} side has the label "${label}", and the ${lacks} side is aggregated without it`;
}

/**
 * True where a tree is one series as it is stored, or a rate of it; names with a colon are those of recording rules.
 */
function isScraped(node: Node): boolean {
  if (node.kind === 'selector') return node.metric !== undefined && /^\w+$/.test(node.metric);
  return node.kind === 'call' && rates.has(node.name) && node.args[0] !== undefined && isScraped(node.args[0]);
}

const rates: ReadonlySet<string> = new Set(['rate', 'irate', 'increase', 'delta', 'idelta']);
