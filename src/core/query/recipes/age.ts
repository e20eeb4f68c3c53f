import type { ValidRates } from '../aggregate.js';
import {
  expression,
  type AnyVector,
  type LabelsOf,
  type RoleOf,
  type VariablesOf,
  type Vector,
} from '../../promql/expression.js';
import type { Node } from '../../promql/node.js';

/**
 * How many seconds ago something happened; never negative, though two clocks differ. Empty where it never happened:
 * an age of 0 s would say that it happened now.
 *
 * @param timestamp Unix times in seconds: `max(lastEvent())` for the newest
 *
 * @example
 * age(max(lastEvent(), { by: ['source'] }))
 * // clamp_min(time() - max by (source) (last_event_timestamp_seconds), 0)
 */
export function age<E extends AnyVector>(
  timestamp: E & ValidRates<'age', E>,
): Vector<RoleOf<E>, LabelsOf<E>, VariablesOf<E>> {
  const now: Node = { kind: 'call', name: 'time', args: [] };
  const elapsed: Node = { kind: 'binary', operator: '-', left: now, right: timestamp.node };
  return expression('vector', { kind: 'call', name: 'clamp_min', args: [elapsed, { kind: 'number', value: 0 }] });
}
