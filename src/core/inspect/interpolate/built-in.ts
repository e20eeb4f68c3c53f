import { singleValue, type Scope, type VariableValue } from './scope.js';
import { printSeconds, rateInterval } from './step.js';
import type { TimeRange } from './time-range.js';

/** The values that Grafana's own variables depend on. */
export interface BuiltInFacts {
  readonly range: TimeRange;
  /** The distance of points, in seconds. */
  readonly step: number;
  /** In seconds. */
  readonly scrapeInterval: number;
  readonly dashboard?: { readonly uid?: string | undefined; readonly title: string };
}

/** Grafana's own variables: `$__interval`, `$__rate_interval`, `$__range`, `$__from` and their like. */
export function builtInVariables({ range, step, scrapeInterval, dashboard }: BuiltInFacts): Scope {
  const length = range.end - range.start;
  const rate = rateInterval(step, scrapeInterval);
  const values: Readonly<Record<string, string>> = {
    __interval: printSeconds(step),
    __interval_ms: String(Math.round(step * 1000)),
    __rate_interval: printSeconds(rate),
    __rate_interval_ms: String(Math.round(rate * 1000)),
    __range: `${Math.round(length)}s`,
    __range_s: String(Math.round(length)),
    __range_ms: String(Math.round(length * 1000)),
    __from: String(Math.round(range.start * 1000)),
    __to: String(Math.round(range.end * 1000)),
    __dashboard: dashboard?.title ?? '',
    __name: 'value',
    __org: '1',
    __user: '',
  };
  return new Map(
    Object.entries(values).map(([name, value]): [string, VariableValue] => [name, singleValue(name, value)]),
  );
}
