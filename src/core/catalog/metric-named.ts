import type { AnyVariable, VariableName } from '../model/variable.js';
import { expression, type Samples, type Vector } from '../promql/expression.js';
import type { ValidRole, Role } from './role.js';

/** Series whose name a variable holds. */
export interface NamedMetric<Name extends string> {
  on<Asked extends string>(
    role: Role<Asked> & ValidRole<Asked>,
  ): Vector<Asked, 'job' | 'instance', Name, Samples<'metric of any type', `$${Name}`>>;
}

/**
 * Series whose name a variable holds: `{__name__="$metric"}`. Like every family that exists everywhere, it has no
 * owner: name the role. Only the labels of the scrape are certain.
 *
 * @example
 * count(metricNamed(metric).on(SHADOW), { by: ['job'] })
 */
export function metricNamed<V extends AnyVariable>(variable: V): NamedMetric<VariableName<V>> {
  return {
    on: (role) =>
      expression('vector', {
        kind: 'selector',
        matchers: [{ label: '__name__', operator: '=', value: `$${variable.name}`, variable: variable.name }],
        role: role.name,
      }),
  };
}
