import type { NotLiteral } from '../model/literal.js';
import type { Problem, ProblemListing, Refuse } from '../model/problem.js';
import type { Json } from '../model/json.js';
import type { States, Thresholds } from './states.js';

/** Which fields an override is for. */
export type FieldMatcher =
  | { readonly id: 'byName'; readonly options: string }
  | { readonly id: 'byRegexp'; readonly options: string }
  | { readonly id: 'byType'; readonly options: string }
  | { readonly id: 'byFrameRefID'; readonly options: string }
  | { readonly id: 'byValue'; readonly options: Json };

/** The properties that an override changes. */
export interface OverrideProperties {
  readonly unit?: string;
  readonly decimals?: number;
  readonly min?: number;
  readonly max?: number;
  readonly noValue?: string;
  readonly displayName?: string;
  readonly description?: string;
  readonly color?: string;
  readonly states?: States;
  readonly thresholds?: Thresholds;
  /** Field options of the visualisation, by their path: `{ 'lineStyle': …, 'hideFrom.legend': true }`. */
  readonly custom?: Readonly<Record<string, Json>>;
}

/** Options for some fields of a panel. */
export interface Override {
  readonly kind: 'override';
  readonly matcher: FieldMatcher;
  readonly properties: OverrideProperties;
}

/** Options for the series of a panel by the value of a label. Made by `byLabel`. */
export interface LabelOverride<Label extends string> {
  readonly kind: 'override by label';
  readonly label: Label;
  /** By the label's value. */
  readonly values: Readonly<Record<string, OverrideProperties>>;
}

/** Any override. */
export type AnyOverride = Override | LabelOverride<string>;

/** Refuses overrides by a label which the panel's queries do not return. */
export type ValidOverrides<Overrides, Labels extends string> = {
  readonly [I in keyof Overrides]: Refuse<OverrideProblem<Overrides[I], Labels>>;
};

type OverrideProblem<O, Labels extends string> =
  O extends LabelOverride<infer Label>
    ? [NotLiteral<Label>] extends [never]
      ? [Label] extends [Labels]
        ? never
        : ProblemListing<
            `the override is by the label "${Exclude<Label, Labels>}", which the query does not return; it returns`,
            Labels
          >
      : Problem<'the label of an override must be written out: a plain string may be one that the query does not return'>
    : never;

/**
 * Options for the series of a panel by the value of a label that its queries return. A series is found by the name that
 * its legend gives it, so each value is matched whatever the other labels in the legend are. Not for tables, which have
 * columns in place of series.
 *
 * @param values by the label's value
 *
 * @example
 * timeseries('By stage', {
 *   query: sum(rate(events()), { by: ['stage'] }), legend: '{{stage}}',
 *   overrides: [byLabel('stage', { error: { color: 'red' } })],
 * })
 */
export function byLabel<const Label extends string>(
  label: Label,
  values: Readonly<Record<string, OverrideProperties>>,
): LabelOverride<Label> {
  return { kind: 'override by label', label, values };
}

/**
 * Options for some fields of a panel.
 *
 * @param matcher a field's name, or another matcher of Grafana's
 *
 * @example
 * override('reject', { color: 'red' })
 */
export function override(matcher: string | FieldMatcher, properties: OverrideProperties): Override {
  return {
    kind: 'override',
    matcher: typeof matcher === 'string' ? { id: 'byName', options: matcher } : matcher,
    properties,
  };
}
