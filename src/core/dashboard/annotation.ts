import type { AnyVector, LabelsOf, VariablesOf } from '../promql/expression.js';
import type { ValidCarried } from '../query/label-list.js';
import type { Node } from '../promql/node.js';
import { callerPosition } from '../catalog/caller.js';
import type { Position } from '../model/position.js';
import type { ValidLegend, ValidShown } from '../query/query.js';

declare const asked: unique symbol;

/** Marks on the time axis of every graph, from a query. */
export interface AnnotationDefinition {
  readonly kind: 'annotation';
  readonly name: string;
  readonly node: Node;
  readonly color: string;
  /** The text of a mark, with `{{label}}`. */
  readonly text: string | undefined;
  /** Labels whose values become a mark's tags. */
  readonly tags: readonly string[];
  /** Default `60s`. */
  readonly step: string;
  readonly enabled: boolean;
  readonly hidden: boolean;
  readonly position: Position;
}

/** An annotation, with the variables in its query. */
export interface Annotation<Variables extends string> extends AnnotationDefinition {
  readonly [asked]: (declared: { readonly [N in Variables]: true }) => void;
}

/** Any annotation. */
export interface AnyAnnotation extends AnnotationDefinition {
  readonly [asked]: (declared: never) => void;
}

/** The variables that an annotation uses. */
export type AnnotationVariables<A> = A extends { readonly [asked]: (declared: infer Declared) => void }
  ? keyof Declared & string
  : never;

/**
 * Marks on the time axis of every graph, one where the query has a value.
 *
 * @param options `color`: of the marks; `text`: `{{label}}` for a label's value; `step`: the least distance between
 * two evaluations, default `60s`; `enabled`: default true; `hidden`: no switch for viewers, default false
 *
 * @example
 * annotation('Reject markers', gt(sum(increase(decisions({ decision: 'reject' }), '1m')), 0), { color: 'red' })
 */
export function annotation<
  E extends AnyVector,
  const Text extends string = '',
  const Tags extends readonly string[] = readonly [],
>(
  name: string,
  query: E & ValidShown<E>,
  options: {
    readonly color: string;
    readonly text?: Text & ValidLegend<Text, LabelsOf<E>>;
    readonly tags?: Tags & ValidCarried<'tags', E, Tags>;
    readonly step?: string;
    readonly enabled?: boolean;
    readonly hidden?: boolean;
  },
): Annotation<VariablesOf<E>> {
  const definition: AnnotationDefinition = {
    kind: 'annotation',
    name,
    node: query.node,
    color: options.color,
    text: options.text,
    tags: options.tags ?? [],
    step: options.step ?? '60s',
    enabled: options.enabled ?? true,
    hidden: options.hidden ?? false,
    position: callerPosition(annotation),
  };
  return definition as Annotation<VariablesOf<E>>;
}
