import { describe } from 'vitest';
import { counterRate } from '../../../../../src/core/lint/checks/house/counter-rate.js';
import { contextOf } from '../contexts.js';
import { itFinds } from '../group-cases.js';

describe('house/counter-rate', () => {
  const expr = (text: string) => ({ 'panels/2/targets/0/expr': text });
  const found = [
    'house/counter-rate panels.2.targets.0.expr: the house asks for rate() or irate() or increase() of every counter: a_total stands in none',
  ];
  itFinds(
    [counterRate],
    [
      ['in rate()', expr('sum(rate(a_total[5m]))')],
      ['bare', expr('a_total'), found],
      ['with a matcher', expr('sum(a_total{b="c"})'), found],
      ['in another function', expr('max_over_time(a_total[5m])'), found],
      ['a gauge', expr('a_bytes')],
      [
        'what the options say',
        expr('delta(a_total[5m]) + b_total'),
        [],
        contextOf({ options: { 'house/counter-rate': { suffixes: ['a_total'], functions: ['delta'] } } }),
      ],
    ],
  );
});
