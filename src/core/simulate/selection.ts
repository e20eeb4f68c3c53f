import type { Problem, Refuse } from '../model/problem.js';
import type { About } from '../model/scenario.js';
import type { AnyVector, Samples, SamplesOf, VariablesOf } from '../promql/expression.js';
import type { SelectorNode } from '../promql/node.js';

/** Refuses what does not count: a gauge, the parts of a histogram but its count, and what is computed. */
export type ValidCounted<E> = Refuse<
  | NoVariables<E>
  | (SamplesOf<E> extends Samples<'counter', infer Name>
      ? Name extends `${string}_bucket` | `${string}_sum`
        ? Problem<`"${Name}" is a part of a histogram: give its count, as in latency.count()`>
        : never
      : Problem<'this happens to what counts: give a bare counter, as in errors(), or the count of a histogram, as in latency.count()'>)
>;

/** Refuses what observes nothing. */
export type ValidObserved<E> = Refuse<
  | NoVariables<E>
  | (SamplesOf<E> extends Samples<'counter', `${string}_count`>
      ? never
      : Problem<'only histograms observe: give the count of one, as in latency.count()'>)
>;

/** Refuses what is not a bare gauge. */
export type ValidShown<E> = Refuse<
  | NoVariables<E>
  | (SamplesOf<E> extends Samples<'gauge'>
      ? never
      : Problem<'this happens to what is measured: give a bare gauge, as in inFlight()'>)
>;

/** Refuses what is not a bare metric. */
export type ValidBare<E> = Refuse<
  | NoVariables<E>
  | (SamplesOf<E> extends Samples<'counter' | 'gauge'>
      ? never
      : Problem<'this happens to series: give a bare metric, as in errors()'>)
>;

type NoVariables<E> = [VariablesOf<E>] extends [never]
  ? never
  : Problem<`a scenario knows no dashboard, so nothing fills in its variable "${VariablesOf<E>}": write a value`>;

/** The series that a bare selector selects. Throws a `TypeError` for any other expression. */
export function aboutOf({ node }: AnyVector): About {
  if (node.kind !== 'selector' || node.range !== undefined || node.family === undefined) {
    throw new TypeError('an effect takes a bare metric of the catalog, with values for its labels');
  }
  return { family: node.family.name, matchers: matchersOf(node) };
}

/** The value of each label that a selector matches by one. Throws a `TypeError` for one that it matches otherwise. */
export function valuesOf({ node }: AnyVector): Readonly<Record<string, string>> {
  if (node.kind !== 'selector') return {};
  return Object.fromEntries(
    matchersOf(node).map(({ label, operator, value }): [string, string] => {
      if (operator === '=') return [label, value];
      throw new TypeError(`one value of the label "${label}" is meant here: write it, and no list or pattern`);
    }),
  );
}

function matchersOf({ matchers }: SelectorNode) {
  return matchers.map(({ label, operator, value }) => ({ label, operator, value }));
}
