import { doesNotParse } from '../../../../../src/core/lint/checks/promql/does-not-parse.js';
import { finds, passes } from './lint-query.js';

finds(doesNotParse, [
  ['sum(rate(x[5m])', 'error: this is not PromQL: unexpected end of the query: a closing ")" is missing @ '],
  [
    'sum by (route) (rate(x{route=~"$route"}[$__rate_interval]',
    'error: this is not PromQL: unexpected end of the query: a closing ")" is missing @ ',
  ],
  ['rat(x[5m])', 'error: this is not PromQL: PromQL has no function "rat": did you mean rad? @ rat'],
  ['x + * y', 'error: this is not PromQL: unexpected "*" @ *'],
  // A variable may hold what closes the parenthesis.
  ['sum($metric', 'warning: this is not PromQL: unexpected end of the query: a closing ")" is missing @ '],
  ['clamp_max(x, $__range_s', 'error: this is not PromQL: unexpected end of the query: a closing ")" is missing @ '],
  ['x{{ .Values.filter }}', 'warning: this is not PromQL: unexpected "{" @ {'],
  // Prometheus 2 had it, and VictoriaMetrics has it.
  [
    'holt_winters(x[5m], 0.5, 0.5)',
    'warning: this is not PromQL: PromQL has no function "holt_winters": did you mean double_exponential_smoothing? @ holt_winters',
  ],
  ['x default 0', 'warning: this is not PromQL: unexpected "default" @ default'],
  ['range_median(x)', 'warning: this is not PromQL: PromQL has no function "range_median" @ range_median'],
]);

passes(doesNotParse, [
  ['{app="web"} |= "error"', { panel: { datasource: 'Loki', targets: [{ expr: '{app="web"} |= "error"' }] } }],
  'x{$matchers}',
  'x{a=$value}',
  '$query',
  '$function(x)',
  'x{a="$b"} # sum(',
  `${'('.repeat(2000)}x`,
  `x{a="${'b'.repeat(100_000)}"}`,
]);
