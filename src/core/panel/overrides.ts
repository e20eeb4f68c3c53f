import type { JsonInput } from './plain.js';
import type { States, Thresholds } from './states.js';

/** Which fields an override is for. */
export type FieldMatcher =
  | { readonly id: 'byName'; readonly options: string }
  | { readonly id: 'byRegexp'; readonly options: string }
  | { readonly id: 'byType'; readonly options: string }
  | { readonly id: 'byFrameRefID'; readonly options: string }
  | { readonly id: 'byValue'; readonly options: JsonInput };

/** What an override changes. */
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
  readonly custom?: Readonly<Record<string, JsonInput>>;
}

/** Options for some fields of a panel. */
export interface Override {
  readonly kind: 'override';
  readonly matcher: FieldMatcher;
  readonly properties: OverrideProperties;
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
