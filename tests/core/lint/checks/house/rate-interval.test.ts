import { describe } from 'vitest';
import { rateInterval } from '../../../../../src/core/lint/checks/house/rate-interval.js';
import { contextOf } from '../contexts.js';
import { itFinds } from '../group-cases.js';

describe('house/rate-interval', () => {
  const expr = (text: string) => ({ 'panels/1/targets/0/expr': text });
  const found = (name: string, range: string) =>
    `house/rate-interval panels.1.targets.0.expr: the house asks for ${name}() over $__rate_interval: here it is over ${range}`;
  itFinds(
    [rateInterval],
    [
      ['the window', expr('rate(a_total[$__rate_interval]) + increase(a_total[${__rate_interval}])')],
      ['a fixed one', expr('rate(a_total[5m])'), [found('rate', '5m')]],
      ['another variable', expr('increase(a_total[$__range])'), [found('increase', '$__range')]],
      ['another function', expr('max_over_time(a[5m])')],
      [
        'what the options say',
        expr('rate(a_total[5m]) + increase(a_total[$__range])'),
        [],
        contextOf({ options: { 'house/rate-interval': { functions: ['rate'], windows: ['$__rate_interval', '5m'] } } }),
      ],
    ],
  );
});
