import { topkInGraph } from '../../../../../src/core/lint/checks/promql/topk-in-graph.js';
import { finds, passes } from './lint-query.js';

const anew = 'chooses anew at every step, so the graph shows more series than it says, each in pieces';

finds(topkInGraph, [
  ['topk(5, sum by (route) (x))', `warning: topk() ${anew} @ topk(5, sum by (route) (x))`],
  ['sort_desc(bottomk by (job) (5, x)) > 0', `warning: bottomk() ${anew} @ bottomk by (job) (5, x)`],
  ['x and topk(5, x)', `warning: topk() ${anew} @ topk(5, x)`],
  ['x and topk(5, x @ end() + y)', `warning: topk() ${anew} @ topk(5, x @ end() + y)`],
]);

passes(topkInGraph, [
  'sum(topk(5, x))',
  'limitk(5, x)',
  'x and topk(5, rate(x[1h] @ end()))',
  'x and topk(5, sum by (route) (increase(x[$__range] @ end())))',
  'x and topk(5, max_over_time(x[1h:1m] @ end()))',
  'topk(5, x @ end())',
  ['topk(5, x)', { panel: { type: 'bargauge' } }],
  ['topk(5, x)', { target: { instant: true, range: false } }],
]);
