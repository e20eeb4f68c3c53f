import {
  expression,
  type AnyVector,
  type LabelsOf,
  type RoleOf,
  type VariablesOf,
  type Vector,
} from '../promql/expression.js';

/** The count of a counter since its producer started, where that total is what is meant. */
export function cumulative<E extends AnyVector>(counter: E): Vector<RoleOf<E>, LabelsOf<E>, VariablesOf<E>> {
  return expression('vector', counter.node);
}
