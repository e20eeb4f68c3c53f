import { expect, test } from 'vitest';
import { checks } from '../../../../src/core/lint/checks/index.js';
import { problemId } from '../../../../src/core/promql/problems/problem-id.js';
import { findProblems } from '../../../../src/core/promql/problems/problems.js';
import { parse } from '../../../../src/core/promql/read/parse.js';
import { lookup } from '../analyze/fixture.js';

const known = new Set(checks.map(({ id }) => id));

test.each([
  ['decision_total', 'promql/unknown-metric'],
  ['rate(latency_seconds[5m])', 'promql/bare-histogram'],
  ['count(decisions_total{raeson="x"})', 'promql/unknown-label'],
  ['sum by (raeson) (rate(decisions_total[5m]))', 'promql/unknown-label'],
  ['in_flight * on (raeson) in_flight', 'promql/unknown-label'],
  ['count(decisions_total{decision="rejected"})', 'promql/label-value'],
  ['rate(decisions_total)', 'promql/wrong-types'],
  ['rate(decisions_total[0s])', 'promql/wrong-types'],
  ['rate(in_flight[5m])', 'promql/rate-on-gauge'],
  ['resets(in_flight[5m])', 'promql/rate-on-gauge'],
  ['delta(decisions_total[5m])', 'promql/counter-without-rate'],
  ['sum(decisions_total)', 'promql/counter-without-rate'],
  ['rate(sum(decisions_total)[5m:])', 'promql/rate-of-aggregation'],
  ['histogram_quantile(0.9, sum(rate(latency_seconds_bucket[5m])))', 'promql/quantile-without-le'],
])('%s is %s', (query, id) => {
  const found = new Set(findProblems(parse(query), lookup).map(problemId));
  expect([...found]).toContain(id);
  expect([...found].filter((each) => !known.has(each))).toEqual([]);
});
