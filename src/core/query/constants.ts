import type { ValidRole, Role } from '../catalog/role.js';
import {
  expression,
  type AnyVector,
  type RoleOf,
  type Scalar,
  type VariablesOf,
  type Vector,
} from '../promql/expression.js';
import { argumentNode, type ValidNumber, type ScalarInput, type ScalarRole, type ScalarVariables } from './scalar.js';

/**
 * A number as a vector with one series and no labels. Where it stands alone in a panel it must say its role, having no
 * metric to derive it from.
 *
 * @example
 * vector(1, LOCAL)
 */
export function vector<S extends ScalarInput, Asked extends string = never>(
  value: S & ValidNumber<S>,
  role?: Role<Asked> & ValidRole<Asked>,
): Vector<ScalarRole<S> | NoInfer<Asked>, never, ScalarVariables<S>> {
  return expression('vector', {
    kind: 'call',
    name: 'vector',
    args: [argumentNode(value)],
    ...(role === undefined ? {} : { role: role.name }),
  });
}

/** The Unix time of the evaluation, in seconds. */
export function time(): Scalar<never, never> {
  return expression('scalar', { kind: 'call', name: 'time', args: [] });
}

/** The start of a range query as a Unix time in seconds. Experimental in Prometheus 3. */
export function queryStart(): Scalar<never, never> {
  return expression('scalar', { kind: 'call', name: 'start', args: [] });
}

/** The end of a range query as a Unix time in seconds. Experimental in Prometheus 3. */
export function queryEnd(): Scalar<never, never> {
  return expression('scalar', { kind: 'call', name: 'end', args: [] });
}

/** The step of a range query in seconds. Experimental in Prometheus 3. */
export function queryStep(): Scalar<never, never> {
  return expression('scalar', { kind: 'call', name: 'step', args: [] });
}

/** The length of a range query in seconds. Experimental in Prometheus 3. */
export function queryRange(): Scalar<never, never> {
  return expression('scalar', { kind: 'call', name: 'range', args: [] });
}

/** The number pi. */
export function pi(): Scalar<never, never> {
  return expression('scalar', { kind: 'call', name: 'pi', args: [] });
}

/** The value of a vector's only series as a scalar; NaN when it has none or several. */
export function scalar<E extends AnyVector>(of: E): Scalar<RoleOf<E>, VariablesOf<E>> {
  return expression('scalar', { kind: 'call', name: 'scalar', args: [of.node] });
}
