import type { LabelValues } from '../model/metric.js';

/** A label that can have any value. */
export interface OpenLabel {
  readonly open: true;
  readonly examples: readonly string[];
}

/**
 * A label that can have any value.
 *
 * @param examples values it has had: simulations and docs use them
 */
export function anyValue(...examples: readonly string[]): OpenLabel {
  return { open: true, examples };
}

/** The label `le` of a histogram's buckets: one of its bounds, as a number. `+Inf` is what `.count(…)` counts. */
export interface BoundLabel<Bound extends number> extends OpenLabel {
  readonly bounds: readonly Bound[];
}

/** The labels of a family, by name: a list is the finite set of its values. */
export type LabelSpec = Readonly<Record<string, readonly string[] | OpenLabel>>;

/** The labels of a family as data. */
export function labelValues(spec: LabelSpec): Readonly<Record<string, LabelValues>> {
  return Object.fromEntries(
    Object.entries(spec).map(([label, values]): [string, LabelValues] => [
      label,
      'open' in values ? { kind: 'open', examples: values.examples } : { kind: 'finite', values },
    ]),
  );
}
