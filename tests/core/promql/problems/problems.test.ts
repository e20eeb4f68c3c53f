import { expect, test } from 'vitest';
import { findProblems, problems } from '../../../../src/core/promql/problems/problems.js';
import type { Node } from '../../../../src/core/promql/node.js';
import { parse } from '../../../../src/core/promql/read/parse.js';
import { print } from '../../../../src/core/promql/print.js';
import { lookup, noCatalog } from '../analyze/fixture.js';

test.each([
  'sum by (reason) (increase(decisions_total{decision="reject", reason=~"$reason"}[5m]))',
  'topk(6, sum by (decision) (rate(decisions_total{decision=~"accept|reject"}[$__rate_interval])))',
  'histogram_quantile(0.95, sum by (le, route) (rate(latency_seconds_bucket[5m])))',
  'sum(rate(latency_seconds_sum[5m])) / sum(rate(latency_seconds_count[5m]))',
  'count(decisions_total) + count_values("v", decisions_total) + group(decisions_total)',
  'max_over_time(in_flight[1h]) - avg_over_time(deriv(in_flight[5m])[1h:5m])',
  'sum by (anything, $label) (unknown_elsewhere{x="y"} * on (z) group_left (w) $metric)',
  'decisions_total{reason!="", decision!~"no\\\\.op|accept", job="web", decision=~"acc.*", decision=~"$d|x"}',
  'in_flight * on (job) group_left (decision) decisions_total',
  'in_flight - ignoring (route) memory_bytes',
  'count by (__name__) (in_flight)',
  'rate(requests_total[5m] offset -${by}m) + delta(in_flight[5m*2]) + in_flight offset 300',
  'histogram_quantile(0.9, $buckets)',
  'absent(in_flight) or vector(0)',
])('nothing is wrong with %s', (query) => {
  expect(problems(parse(query), query.includes('unknown_elsewhere') ? noCatalog : lookup)).toEqual([]);
});

const decisions = 'it has decision, reason, job, instance';

test.each([
  // Metrics.
  ['decision_total', 'unknown-metric: the catalog has no metric "decision_total": did you mean decisions_total?'],
  ['{__name__="node_load1"}', 'unknown-metric: the catalog has no metric "node_load1"'],
  [
    'rate(latency_seconds[5m])',
    'bare-histogram: latency_seconds is a histogram: use latency_seconds_bucket, latency_seconds_sum or latency_seconds_count',
  ],
  // Matchers.
  [
    'count(decisions_total{raeson="x"})',
    `unknown-label: decisions_total has no label "raeson" (did you mean reason?); ${decisions}`,
  ],
  ['count(decisions_total{le="x"})', `unknown-label: decisions_total has no label "le"; ${decisions}`],
  [
    'count(decisions_total{decision="accepted"})',
    'unknown-value: label "decision" of decisions_total never has the value "accepted"; it has accept, reject, no.op',
  ],
  [
    'count(decisions_total{decision=~"(?:accept|denied|no\\\\.op)"})',
    'unknown-value: label "decision" of decisions_total never has the value "denied"; it has accept, reject, no.op',
  ],
  [
    'count(decisions_total{decision=~"deny.*"})',
    'unknown-value: label "decision" of decisions_total has no value that matches "deny.*"; it has accept, reject, no.op',
  ],
  ['in_flight{job="shop"}', 'unknown-value: label "job" of in_flight never has the value "shop"; it has web'],
  // Groupings and matchings.
  [
    'sum by (rout) (in_flight)',
    'unknown-grouping-label: sum by names the label "rout", which the expression inside does not carry; it carries route, job, instance',
  ],
  [
    'max without (route) (sum(in_flight))',
    'unknown-grouping-label: max without names the label "route", which the expression inside does not carry; it carries no label',
  ],
  [
    'in_flight / on (route) memory_bytes',
    'unknown-matching-label: on names the label "route", which the right side does not carry; it carries job, instance',
  ],
  [
    'in_flight / ignoring (source) memory_bytes',
    'unknown-matching-label: ignoring names the label "source", which neither side carries',
  ],
  [
    'in_flight * on (job) group_left (version) memory_bytes',
    'unknown-matching-label: group_left takes the label "version", which the other side does not carry; it carries job, instance',
  ],
  // Counters and gauges.
  ['rate(in_flight[5m])', 'wrong-metric-type: rate() needs a counter: in_flight is a gauge, so use delta() or deriv()'],
  [
    'increase(route:errors:ratio[5m:1m])',
    'wrong-metric-type: increase() needs a counter: route:errors:ratio is a gauge, so use delta() or deriv()',
  ],
  [
    'predict_linear(latency_ms_count[1h], 60)',
    'wrong-metric-type: predict_linear() needs a gauge: latency_ms_count is a counter, so use rate() or increase()',
  ],
  [
    'sum(decisions_total)',
    'bare-counter: sum() over the bare counter decisions_total adds up numbers that restart at 0: take rate() or increase() first',
  ],
  [
    'topk(5, label_replace(latency_ms_count > 5, "a", "b", "", ""))',
    'bare-counter: topk() over the bare counter latency_ms_count adds up numbers that restart at 0: take rate() or increase() first',
  ],
  [
    'rate(sum(decisions_total)[5m:])',
    'rate-of-aggregation: rate() over sum() cannot see that a counter restarted: take the rate first, sum(rate(…))',
  ],
  // Histograms.
  [
    'histogram_quantile(0.9, sum by (route) (rate(latency_seconds_bucket[5m])))',
    'missing-le: the label "le" is gone, which histogram_quantile() needs: keep it, as in sum by (le, …) (…); this expression carries route',
  ],
  [
    'histogram_quantile(0.9, rate(latency_ms_sum[5m]))',
    'missing-le: histogram_quantile() needs the buckets of a histogram, with their label "le"; this expression carries job, instance',
  ],
  // Roles.
  [
    'in_flight + on (job) rate(events_total[5m])',
    'mixed-roles: two roles in one expression: in_flight asks LOCAL, events_total asks SHADOW, and no datasource has both',
  ],
  ['up == 1', 'missing-role: up exists on every Prometheus: name the role that is asked'],
  // Types.
  [
    'rate(decisions_total)',
    'type: rate() takes a range vector, but decisions_total is an instant vector: add a window, decisions_total[5m]',
  ],
  ['sum(1)', 'type: sum goes over an instant vector, but 1 is a scalar: write vector(…) around it'],
])('%s', (query, expected) => {
  expect(findProblems(parse(query), lookup).map(({ kind, message }) => `${kind}: ${message}`)).toEqual([expected]);
});

test.each([
  ['5 min', '"5 min" is not a PromQL duration: write a whole number and a unit, such as 5m or 1h30m'],
  ['30s5m', '"30s5m" is not a PromQL duration: write a whole number and a unit, such as 5m or 1h30m'],
  ['5m)', '"5m)" is not a PromQL duration: write a whole number and a unit, such as 5m or 1h30m'],
  ['', '"" is not a PromQL duration: write a whole number and a unit, such as 5m or 1h30m'],
  ['0s', '"0s" is a window of no length: write a whole number and a unit, such as 5m or 1h30m'],
])('a window of %j', (range, message) => {
  const selector: Node = { kind: 'selector', metric: 'in_flight', matchers: [], range };
  const found = problems({ kind: 'call', name: 'max_over_time', args: [selector] }, lookup);
  expect(found.map((problem) => problem.message)).toEqual([message]);
});

test('what a builder made says itself whether a total is meant', () => {
  const family = lookup('decisions_total')?.family;
  const node: Node = {
    kind: 'aggregate',
    name: 'sum',
    expr: { kind: 'selector', metric: 'decisions_total', matchers: [], ...(family && { family }) },
  };
  expect(problems(node, lookup)).toEqual([]);
});

test('every problem names its node, and every message stands once', () => {
  const node = parse('rate(in_flight[5m]) / rate(in_flight[5m])');
  expect(findProblems(node, lookup).map((problem) => print(problem.node))).toEqual([
    'rate(in_flight[5m])',
    'rate(in_flight[5m])',
  ]);
  expect(problems(node, lookup)).toHaveLength(1);
});
