import fc from 'fast-check';
import { aggregationTable, functionTable } from '../../../src/core/promql/functions.js';
import type {
  ArithmeticOperator,
  BinaryNode,
  ComparisonOperator,
  GroupSide,
  Matching,
  Node,
  SetOperator,
  TrimOperator,
} from '../../../src/core/promql/node.js';

const experimental = [functionTable, aggregationTable].flatMap((table) =>
  Object.entries(table).flatMap(([name, facts]) => ('experimental' in facts ? [name] : [])),
);

/** Functions and aggregations that Prometheus does not have, or only behind a flag: 2.42, which Debian 12 ships, and 3.5. */
export const newerThan = {
  'Prometheus 2': new Set([...experimental, 'histogram_avg', 'histogram_stddev', 'histogram_stdvar']),
  'Prometheus 3': new Set(experimental),
} as const satisfies Record<string, ReadonlySet<string>>;

/** The operators of arithmetic. */
export const arithmetic: readonly ArithmeticOperator[] = ['+', '-', '*', '/', '%', '^', 'atan2'];
/** The operators that compare. */
export const comparison: readonly ComparisonOperator[] = ['==', '!=', '>', '<', '>=', '<='];
/** The operators of sets. */
export const set: readonly SetOperator[] = ['and', 'or', 'unless'];
/** The operators that trim native histograms. */
export const trim: readonly TrimOperator[] = ['</', '>/'];

/** Arithmetic of small numbers, which a test can evaluate itself. */
export const sums: fc.Arbitrary<Node> = fc.letrec<{ sum: Node }>((tie) => ({
  sum: fc.oneof(
    { maxDepth: 4, depthSize: 'max', withCrossShrink: true },
    fc.nat({ max: 5 }).map((value): Node => ({ kind: 'number', value })),
    { weight: 4, arbitrary: scalarBinary(tie('sum')) },
    negated(tie('sum')),
  ),
})).sum;

/** Two numbers with an operator between. */
export function scalarBinary(of: fc.Arbitrary<Node>): fc.Arbitrary<Node> {
  return fc
    .record({ operator: fc.constantFrom(...arithmetic, ...comparison), left: of, right: of })
    .map(({ operator, left, right }) => binary(operator, left, right, true));
}

/** A tree with a minus before. */
export function negated(of: fc.Arbitrary<Node>): fc.Arbitrary<Node> {
  return of.map((expr) => ({ kind: 'unary', operator: '-', expr }));
}

/** A tree of two with an operator between. */
export function binary(
  operator: BinaryNode['operator'],
  left: Node,
  right: Node,
  bool: boolean,
  matched: { readonly matching?: Matching; readonly group?: GroupSide } = {},
): BinaryNode {
  const compares = (comparison as readonly string[]).includes(operator);
  return { kind: 'binary', operator, left, right, ...(bool && compares ? { bool: true } : {}), ...matched };
}
