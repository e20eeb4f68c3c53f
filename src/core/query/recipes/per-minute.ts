import type { ValidRates } from '../aggregate.js';
import {
  expression,
  type AnyVector,
  type LabelsOf,
  type RoleOf,
  type VariablesOf,
  type Vector,
} from '../../promql/expression.js';

/**
 * The events in a minute, of what happens in a second: a title that says "/ min" over a rate is wrong by 60.
 *
 * @param perSecond a rate, or a sum of rates
 *
 * @example
 * perMinute(sum(rate(decisions(), '1m'))) // sum(rate(decisions_total[1m])) * 60
 */
export function perMinute<E extends AnyVector>(
  perSecond: E & ValidRates<'perMinute', E>,
): Vector<RoleOf<E>, LabelsOf<E>, VariablesOf<E>> {
  return expression('vector', {
    kind: 'binary',
    operator: '*',
    left: perSecond.node,
    right: { kind: 'number', value: 60 },
  });
}
