import { children, type Node } from '../node.js';
import type { Lookup } from './lookup.js';
import { missingLe } from './problem/buckets.js';
import type { NodeCheck } from './problem/check.js';
import { bareCounter, rateOfAggregation, wrongMetricType } from './problem/counters.js';
import { notDuration } from './problem/durations.js';
import { unknownGroupingLabel, unknownMatchingLabel } from './problem/groupings.js';
import { unknownLabel, unknownValue } from './problem/matchers.js';
import { missingRole, mixedRoles } from './problem/roles.js';
import { bareHistogram, unknownMetric } from './problem/series.js';
import { typeErrors, type NodeProblem } from './type-errors.js';

/** The checks that look at one node at a time, by the kind of problem they find. */
const nodeChecks = {
  'unknown-metric': unknownMetric,
  'bare-histogram': bareHistogram,
  'unknown-label': unknownLabel,
  'unknown-value': unknownValue,
  'unknown-grouping-label': unknownGroupingLabel,
  'unknown-matching-label': unknownMatchingLabel,
  'wrong-metric-type': wrongMetricType,
  'rate-of-aggregation': rateOfAggregation,
  'bare-counter': bareCounter,
  'missing-le': missingLe,
  'not-duration': notDuration,
} as const satisfies Readonly<Record<string, NodeCheck>>;

/** The checks that look at a whole tree. */
const treeChecks = {
  type: typeErrors,
  'mixed-roles': mixedRoles,
  'missing-role': missingRole,
} as const satisfies Readonly<Record<string, (node: Node, lookup: Lookup) => readonly NodeProblem[]>>;

/** What kind of problem a query has. */
export type ProblemKind = keyof typeof nodeChecks | keyof typeof treeChecks;

/** A problem of a query, with the node that has it. */
export interface QueryProblem extends NodeProblem {
  readonly kind: ProblemKind;
}

/** What is certainly wrong with a query, given the catalog: each problem with its kind and the node that has it. */
export function findProblems(node: Node, lookup: Lookup): readonly QueryProblem[] {
  const found: QueryProblem[] = [];
  for (const [kind, check] of entries(treeChecks)) {
    for (const problem of check(node, lookup)) found.push({ kind, ...problem });
  }
  visit(node, [], (inner, around) => {
    for (const [kind, check] of entries(nodeChecks)) {
      for (const message of check(inner, { lookup, around })) found.push({ kind, node: inner, message });
    }
  });
  return found;
}

/** What is certainly wrong with a query, in sentences, each once. */
export function problems(node: Node, lookup: Lookup): readonly string[] {
  return [...new Set(findProblems(node, lookup).map(({ message }) => message))];
}

function visit(node: Node, around: readonly Node[], look: (node: Node, around: readonly Node[]) => void): void {
  look(node, around);
  const inside = [node, ...around];
  for (const child of children(node)) visit(child, inside, look);
}

function entries<Key extends string, Value>(record: Readonly<Record<Key, Value>>): readonly (readonly [Key, Value])[] {
  return Object.entries(record) as unknown as readonly (readonly [Key, Value])[];
}
