import { callerPosition } from '../catalog/caller.js';
import type { Metric } from '../catalog/metric-handle.js';
import type { MetricFamily } from '../model/metric.js';
import type { Position } from '../model/position.js';
import type { Problem, ProblemListing, Refuse } from '../model/problem.js';
import type { AnyVector, LabelsOf, RoleOf } from '../promql/expression.js';
import type { Node } from '../promql/node.js';
import type { FreeOfVariables } from './alert.js';
import type { AskedBy } from './rule-role.js';

/** A recording rule as data. */
export interface RecordingRuleDefinition {
  readonly kind: 'record';
  /** The series that it writes. */
  readonly family: MetricFamily;
  readonly node: Node;
  /** Labels that it adds. */
  readonly labels: Readonly<Record<string, string>>;
  readonly position: Position;
}

/** A recording rule, with the role whose Prometheus evaluates it. */
export interface RecordingRule<Role extends string> extends RecordingRuleDefinition, AskedBy<Role> {}

/** A handle of a recorded family. */
type Recorded = Metric & ((matchers?: {}) => AnyVector);

/**
 * Says how a recorded series is computed. The family is declared with `recorded(…)` beside the other metrics, so that
 * panels and alerts can ask it.
 *
 * @param of the family: its owner must be the role that the query asks, its labels those that the query returns
 * @param options `labels`: static ones that the rule adds; the family declares them too
 *
 * @example
 * export const rules = [record(jobRequests, sum(rate(requests(), '5m'), { by: ['job'] }))];
 */
export function record<
  M extends Recorded,
  E extends AnyVector,
  const Labels extends Readonly<Record<string, string>> = {},
>(
  of: M,
  query: E & ValidRecorded<M, E, Labels> & FreeOfVariables<E, 'a recording rule'>,
  options: { readonly labels?: Labels } = {},
): RecordingRule<RoleOf<ReturnType<M>>> {
  const definition: RecordingRuleDefinition = {
    kind: 'record',
    family: of.family,
    node: query.node,
    labels: options.labels ?? {},
    position: callerPosition(record),
  };
  return definition as RecordingRule<RoleOf<ReturnType<M>>>;
}

type ValidRecorded<M extends Recorded, E, Labels> = Refuse<
  [RoleOf<E>] extends [RoleOf<ReturnType<M>>]
    ? [LabelsOf<ReturnType<M>>] extends [LabelsOf<E> | keyof Labels]
      ? never
      : ProblemListing<
          `the recorded family has the label "${Exclude<LabelsOf<ReturnType<M>>, LabelsOf<E> | keyof Labels>}", which the query does not return; it returns`,
          LabelsOf<E>
        >
    : Problem<`the recorded family is owned by ${RoleOf<ReturnType<M>>}, and the query asks ${RoleOf<E>}: a rule writes to the server that it asks`>
>;
