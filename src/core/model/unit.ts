import type { MetricUnit } from './metric.js';

/**
 * The quantity that a number counts or measures, time aside. `count` counts things that have no unit of their own; a Unix time in
 * milliseconds is what Grafana takes for a date.
 */
export type BaseUnit = MetricUnit | 'unixMilliseconds' | 'count';

/** A unit, per second or per minute where it is a rate. */
export interface Unit {
  readonly base: BaseUnit;
  readonly per?: 'second' | 'minute';
}

/** The unit of a query's result. `unknown` where nothing is certain: a bare number, an unusual calculation. */
export type ResultUnit = Unit | 'unknown';

/** Grafana's ids by base and rate. Source: `units` of the Foundation SDK. */
const grafanaUnits: Readonly<
  Record<BaseUnit, { readonly plain?: string; readonly second?: string; readonly minute?: string }>
> = {
  seconds: { plain: 's' },
  milliseconds: { plain: 'ms' },
  minutes: { plain: 'm' },
  unixSeconds: {},
  unixMilliseconds: { plain: 'dateTimeAsIso' },
  bytes: { plain: 'bytes', second: 'binBps' },
  ratio: { plain: 'percentunit' },
  percent: { plain: 'percent' },
  bool: { plain: 'bool' },
  requests: { plain: 'short', second: 'reqps', minute: 'reqpm' },
  events: { plain: 'short', second: 'eps', minute: 'epm' },
  count: { plain: 'short', second: 'cps', minute: 'cpm' },
};

/** The id of the Grafana unit that shows a unit, or undefined where Grafana has none. */
export function grafanaUnit(unit: ResultUnit): string | undefined {
  return unit === 'unknown' ? undefined : grafanaUnits[unit.base][unit.per ?? 'plain'];
}
