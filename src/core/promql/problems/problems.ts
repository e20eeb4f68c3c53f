import { children, type Node } from '../node.js';
import type { Lookup } from '../analyze/lookup.js';
import { missingLe } from './buckets.js';
import type { ProblemFinder } from './finder.js';
import { bareCounter, rateOfAggregation, wrongMetricType } from './counters.js';
import { notDuration } from './durations.js';
import { unknownGroupingLabel, unknownMatchingLabel } from './groupings.js';
import { unknownLabel, unknownValue } from './matchers.js';
import { missingRole, mixedRoles } from './roles.js';
import { bareHistogram, unknownMetric } from './series.js';
import { typeErrors, type NodeProblem } from '../analyze/type-errors.js';

/** The finders that look at one node at a time: by the kind of node, and by the kind of problem they find. */
const nodeFinders = {
  selector: {
    'unknown-metric': unknownMetric,
    'bare-histogram': bareHistogram,
    'unknown-label': unknownLabel,
    'unknown-value': unknownValue,
    'not-duration': notDuration,
  },
  subquery: { 'not-duration': notDuration },
  call: { 'wrong-metric-type': wrongMetricType, 'rate-of-aggregation': rateOfAggregation, 'missing-le': missingLe },
  aggregate: { 'unknown-grouping-label': unknownGroupingLabel, 'bare-counter': bareCounter },
  binary: { 'unknown-matching-label': unknownMatchingLabel },
  number: {},
  string: {},
  variable: {},
  unary: {},
} as const satisfies Readonly<Record<Node['kind'], Readonly<Record<string, ProblemFinder>>>>;

/** The finders that look at a whole tree. */
const treeFinders = {
  type: typeErrors,
  'mixed-roles': mixedRoles,
  'missing-role': missingRole,
} as const satisfies Readonly<Record<string, (node: Node, lookup: Lookup) => readonly NodeProblem[]>>;

type Finders = typeof nodeFinders;
type NodeProblemKind = { [Kind in keyof Finders]: keyof Finders[Kind] }[keyof Finders];

/** The kind of problem that a query has. */
export type ProblemKind = NodeProblemKind | keyof typeof treeFinders;

const treeFinderList = entries(treeFinders);
const findersByNode = Object.fromEntries(
  entries(nodeFinders).map(([kind, finders]) => [kind, entries<NodeProblemKind, ProblemFinder>(finders as never)]),
) as unknown as Readonly<Record<Node['kind'], readonly (readonly [NodeProblemKind, ProblemFinder])[]>>;

/** A problem of a query, with the node that has it. */
export interface QueryProblem extends NodeProblem {
  readonly kind: ProblemKind;
}

/** The certain problems of a query, given the catalog: each with its kind and the node that has it. */
export function findProblems(node: Node, lookup: Lookup): readonly QueryProblem[] {
  const found: QueryProblem[] = [];
  for (const [kind, find] of treeFinderList) {
    for (const problem of find(node, lookup)) found.push({ kind, ...problem });
  }
  visit(node, []);
  return found;

  function visit(inner: Node, around: readonly Node[]): void {
    const context = { lookup, around };
    for (const [kind, find] of findersByNode[inner.kind]) {
      for (const message of find(inner, context)) found.push({ kind, node: inner, message });
    }
    const below = children(inner);
    if (below.length === 0) return;
    const inside = [inner, ...around];
    for (const child of below) visit(child, inside);
  }
}

/** The certain problems of a query as sentences, each once. */
export function problems(node: Node, lookup: Lookup): readonly QueryProblem[] {
  const told = new Set<string>();
  return findProblems(node, lookup).filter(({ message }) => !told.has(message) && told.add(message));
}

function entries<Key extends string, Value>(record: Readonly<Record<Key, Value>>): readonly (readonly [Key, Value])[] {
  return Object.entries(record) as unknown as readonly (readonly [Key, Value])[];
}
