import type { MetricFamily } from '../../model/metric.js';
import { hasVariable } from '../grafana-variable.js';
import type { SelectorNode } from '../node.js';

/** Which of a family's series a name is: the family's own, or one of the three of a classic histogram. */
export type SeriesPart = 'value' | 'bucket' | 'sum' | 'count';

/** A family, and which of its series is meant. */
export interface Series {
  readonly family: MetricFamily;
  readonly part: SeriesPart;
}

/** The catalog as the analyses need it: families by the names of their series. */
export interface Lookup {
  (series: string): Series | undefined;
  /** Every series name there is, for suggestions. */
  readonly names: readonly string[];
}

/** The name of the series that a selector asks, where it names one: before the braces or in `__name__="…"`. */
export function seriesName(node: SelectorNode): string | undefined {
  const name =
    node.metric ?? node.matchers.find(({ label, operator }) => label === '__name__' && operator === '=')?.value;
  return name === undefined || hasVariable(name) ? undefined : name;
}

/** The family that a selector asks: its own where a builder made it, else what the catalog has under its name. */
export function seriesOf(node: SelectorNode, lookup: Lookup): Series | undefined {
  const name = seriesName(node);
  if (node.family !== undefined) return { family: node.family, part: partOf(name, node.family) };
  if (name === undefined) return undefined;
  return lookup(name) ?? bareHistogram(name, lookup);
}

/** True where a series only grows: a counter, or a part of a histogram. */
export function isCounter({ family, part }: Series): boolean {
  return family.type === 'counter' || part !== 'value';
}

const parts = ['bucket', 'sum', 'count'] as const;

function partOf(name: string | undefined, family: MetricFamily): SeriesPart {
  if (family.type !== 'histogram') return 'value';
  return parts.find((part) => name === `${family.name}_${part}`) ?? 'value';
}

/** A histogram that is named without its part: no series has that name. */
function bareHistogram(name: string, lookup: Lookup): Series | undefined {
  const family = lookup(`${name}_bucket`)?.family;
  return family?.name === name ? { family, part: 'value' } : undefined;
}
