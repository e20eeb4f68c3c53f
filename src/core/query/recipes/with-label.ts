import {
  expression,
  type AnyVector,
  type Kept,
  type LabelsOf,
  type RoleOf,
  type SamplesOf,
  type VariablesOf,
  type Vector,
} from '../../promql/expression.js';
import type { ValidLabel } from '../label-list.js';
import type { Node } from '../../promql/node.js';

/**
 * Gives every series a label of one value, in place of any other that it has. For two sides of an `or` that must carry
 * the same labels, such as `absent(…)` beside what it stands in for.
 *
 * @param value not empty: an empty label is none
 *
 * @example
 * or(stale, withLabel(absent(lastEvent()), 'source', 'none'))
 * // … or label_replace(absent(last_event_timestamp_seconds), "source", "none", "", "")
 */
export function withLabel<E extends AnyVector, const Label extends string>(
  of: E,
  label: Label & ValidLabel<'withLabel()', Label>,
  value: string,
): Vector<RoleOf<E>, LabelsOf<E> | Label, VariablesOf<E>, Kept<SamplesOf<E>>> {
  if (value === '') throw new RangeError(`withLabel() of "${label}": an empty label is none, so say its value`);
  return expression('vector', {
    kind: 'call',
    name: 'label_replace',
    // Of no label, the empty pattern always matches.
    args: [of.node, text(label), text(value.replaceAll('$', '$$$$')), text(''), text('')],
  });
}

function text(value: string): Node {
  return { kind: 'string', value };
}
