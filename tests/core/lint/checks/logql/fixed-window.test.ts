import { describe } from 'vitest';
import { logqlChecks } from '../../../../../src/core/lint/checks/logql/index.js';
import { itFinds } from '../group-cases.js';

const loki = { type: 'loki', uid: 'loki' };
const ask = (expr: string) => ({
  'panels/1/datasource': loki,
  'panels/1/targets': [{ refId: 'A', datasource: loki, expr }],
});
const found = (window: string) => [
  `logql/fixed-window panels.1.targets.0.expr: query A is over a fixed window of ${window}: a viewer who zooms sees gaps, or counts lines twice`,
];

describe('logql/fixed-window', () => {
  itFinds(logqlChecks, [
    ['fixed', ask('sum(rate({job="web"}[5m]))'), found('5m')],
    ['fixed, behind a pipe', ask('count_over_time({job="web"} |= "x" [ 1h30m ])'), found('1h30m')],
    ['$__auto', ask('sum(rate({job="web"}[$__auto]))')],
    ['another variable', ask('sum(rate({job="web"}[${window}]))')],
    ['in a text', ask('{job="web"} |= "[5m]"')],
    ['lines', ask('{job="web"}')],
    ['promised by the title', { ...ask('sum(rate({job="web"}[5m]))'), 'panels/1/title': 'Errors (5m)' }],
  ]);
});
