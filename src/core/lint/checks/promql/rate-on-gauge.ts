import { walk, type Node, type SelectorNode } from '../../../promql/node.js';
import { seriesName, seriesOf } from '../../../promql/analyze/lookup.js';
import type { LintContext, QueryCheck } from '../../check.js';
import { at, knownProblems, lookupOf } from '../../judge/known-problems.js';
import type { ReadQuery } from '../../../document/read-dashboard.js';

/** `rate()` and its like over a gauge, which takes every fall for a restart. */
export const rateOnGauge: QueryCheck = {
  id: 'promql/rate-on-gauge',
  severity: 'error',
  summary: 'A rate() or increase() over a gauge',
  looksAt: 'query',
  *check(query, _, context) {
    for (const { node, message } of knownProblems(query, context, 'wrong-metric-type')) {
      // resets() of a gauge counts how often it fell.
      if (node.kind !== 'call' || !rates.has(node.name)) continue;
      const isNamedCounter = /_total\b/.test(message);
      yield { message, ...at(query, node), fix, ...(isNamedCounter && { severity: 'warning' as const }) };
    }
    for (const { call, name } of byName(query, context)) {
      yield {
        message: `${call.name}() needs a counter: ${name} is a gauge by its name, so every fall counts as a restart`,
        ...at(query, call),
        fix,
        severity: 'warning',
      };
    }
  },
};

const fix = 'take delta(), deriv() or changes() of a gauge';
const rates: ReadonlySet<string> = new Set(['rate', 'irate', 'increase']);
/** Names that are gauges by convention: points in time, properties of a thing, and the state of a target. */
const gaugeName =
  /^(?:up|scrape_samples_scraped|scrape_duration_seconds)$|_(?:timestamp_seconds|time_seconds|info|created|ratio|percent|celsius)$/;
const pointInTime = /_(?:start|boot|modification|expiry|completion|creation)_time_seconds$/;
const counterName = /_(?:total|sum|count|bucket)$|^process_cpu/;

/** Rates of metrics that are gauges by their name, where the catalog does not know them. */
function byName(
  { node }: ReadQuery,
  context: LintContext,
): readonly { readonly call: Node & { readonly kind: 'call' }; readonly name: string }[] {
  const found: { readonly call: Node & { readonly kind: 'call' }; readonly name: string }[] = [];
  if (node === undefined) return found;
  walk(node, (call) => {
    const of = call.kind === 'call' && rates.has(call.name) ? call.args[0] : undefined;
    if (call.kind !== 'call' || of?.kind !== 'selector' || seriesOf(of, lookupOf(context)) !== undefined) return;
    const name = gaugeNamed(of);
    if (name !== undefined) found.push({ call, name });
  });
  return found;
}

/** Time that was spent is counted in seconds too: only what says "time of" something is a point in time. */
function gaugeNamed(node: SelectorNode): string | undefined {
  const name = seriesName(node);
  if (name === undefined || counterName.test(name) || !gaugeName.test(name)) return undefined;
  return name.endsWith('_time_seconds') && !pointInTime.test(name) ? undefined : name;
}
