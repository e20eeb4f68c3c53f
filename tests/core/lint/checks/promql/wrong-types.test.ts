import { wrongTypes } from '../../../../../src/core/lint/checks/promql/wrong-types.js';
import { expect, test } from 'vitest';
import { dashboardWith, findings, finds, passes } from './lint-query.js';

finds(wrongTypes, [
  [
    'rate(http_requests_total)',
    'error: rate() takes a range vector, but http_requests_total is an instant vector: add a window, http_requests_total[5m] @ rate(http_requests_total)',
  ],
  ['sum(1)', 'error: sum goes over an instant vector, but 1 is a scalar: write vector(…) around it @ sum(1)'],
  ['1 > 2', 'error: a comparison of two numbers needs bool: > bool @ 1 > 2'],
  ['{job=~".*"}', 'error: a selector without a name needs a matcher that does not match the empty value @ {job=~".*"}'],
]);

passes(wrongTypes, [
  'sum($metric / 2)',
  '$a and $b',
  'sum($a)',
  '{job=~"(?i:x)"}',
  'clamp_max(x, $limit)',
  '$f(x, 1, 2)',
  'x{$matchers}',
  'rate(x[$window])',
]);

test('in a dashboard that speaks MetricsQL, the window may be left out', () => {
  const dashboard = dashboardWith('', { panel: { targets: [{ expr: 'rate(x)' }, { expr: 'x default 0' }] } });
  expect(findings(dashboard, undefined, [wrongTypes])).toEqual([
    'warning promql/wrong-types: rate() takes a range vector, but x is an instant vector: add a window, x[5m] @ rate(x)',
  ]);
});
