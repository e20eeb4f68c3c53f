import type { Prometheus } from '../../live/prometheus/prometheus.js';
import { durationSeconds } from '../../promql/duration.js';
import { print } from '../../promql/print.js';
import { printSample, printSeries } from '../../simulate/open-metrics.js';
import type { TimeRange } from '../interpolate/time-range.js';
import { alertHistory, type Firing } from './alert-history.js';
import { returnedSeries, withoutName, type ReturnedSeries } from './returned.js';
import type { ServerRule } from './server-rules.js';

/** The outcome of a rule over a stretch of time. */
export interface RuleRun {
  readonly rule: ServerRule;
  /** The server that evaluated it, by the uid of its datasource. */
  readonly server: string;
  /** How many samples its expression returned. */
  readonly samples: number;
  /** Why the server refused the expression. */
  readonly error: string | undefined;
  /** Of an alert: when it fired. */
  readonly firings: readonly Firing[];
  /** The samples it wrote, in the OpenMetrics format: the recorded series, or `ALERTS`. */
  readonly written: string;
}

/** Evaluates a rule at each of its evaluations in a stretch of time, as the server would have. */
export async function runRule(
  rule: ServerRule,
  server: { readonly uid: string; readonly prometheus: Prometheus },
  { start, end }: TimeRange,
): Promise<RuleRun> {
  const { interval } = rule;
  const about = { rule, server: server.uid };
  const asked = await server.prometheus.queryRange(print(rule.rule.node), { start, end, step: interval });
  if ('error' in asked) return { ...about, samples: 0, error: asked.error.message, firings: [], written: '' };
  const returned = returnedSeries(asked.data.result);
  const samples = returned.reduce((sum, { points }) => sum + points.length, 0);
  const come =
    rule.rule.kind === 'alert' ? alerted(rule, returned) : { firings: [], written: recorded(rule, returned) };
  return { ...about, samples, error: undefined, ...come };
}

function recorded({ rule: { labels }, name }: ServerRule, returned: readonly ReturnedSeries[]): string {
  return returned
    .map(({ labels: own, points }) => {
      const series = printSeries(name, { ...withoutName(own), ...labels });
      return points.map(([time, value]) => printSample(series, value, time * 1000)).join('');
    })
    .join('');
}

function alerted({ rule, name, interval }: ServerRule, returned: readonly ReturnedSeries[]) {
  if (rule.kind !== 'alert') return { firings: [], written: '' };
  const { states, firings } = alertHistory(returned, {
    for: durationSeconds(rule.for) ?? 0,
    keepFiringFor: durationSeconds(rule.keepFiringFor ?? '0s') ?? 0,
    interval,
  });
  const lines = states.map(({ labels, state, time }) => {
    const series = printSeries('ALERTS', { ...labels, ...rule.labels, alertname: name, alertstate: state });
    return printSample(series, 1, time * 1000);
  });
  return { firings, written: lines.join('') };
}
