import { count, countedWithin, counter, print } from 'dashpack';
import { expect, test } from 'vitest';
import { testRules } from '../../../servers/promtool.js';
import { describeOnEach } from '../../../servers/versions.js';
import { LOCAL, web } from '../../promql/agreement/catalog.js';

const errors = counter('errors_total', { owner: LOCAL, producer: web, help: 'Errors.' });
const expr = print(countedWithin(errors(), '5m').node);

test('it compares with what was last known a window ago', () => {
  expect(expr).toBe('(errors_total unless errors_total == last_over_time(errors_total[1h] offset 5m)) > 0');
  expect(print(count(countedWithin(errors(), '5m', { memory: '1d' })).node)).toBe(
    'count((errors_total unless errors_total == last_over_time(errors_total[1d] offset 5m)) > 0)',
  );
});

describeOnEach((servers) => {
  /** True where the series is among those that counted something, minute by minute. */
  test.each<[name: string, values: string, counted: readonly (readonly [minute: number, isCounted: boolean])[]]>([
    [
      'the very first event',
      '_x10 1x20',
      [
        [9, false],
        [10, true],
        [14, true],
        [16, false],
      ],
    ],
    [
      'one more',
      '3x9 4x20',
      [
        [9, false],
        [10, true],
        [14, true],
        [16, false],
      ],
    ],
    [
      'nothing',
      '0x30',
      [
        [1, false],
        [29, false],
      ],
    ],
    [
      'the same for hours',
      '3x200',
      [
        [10, false],
        [199, false],
      ],
    ],
    [
      'a restart, and none since',
      '3x9 stale 0x20',
      [
        [9, false],
        [12, false],
        [20, false],
      ],
    ],
    [
      'a restart, and one since',
      '3x9 stale 1x20',
      [
        [9, false],
        [12, true],
        [18, false],
      ],
    ],
    [
      'an outage, and the same as before',
      '3x9 stale _x19 3x20',
      [
        [9, false],
        [31, false],
        [40, false],
      ],
    ],
    [
      'an outage that is longer than the memory',
      '3x9 stale _x79 3x20',
      [
        [9, false],
        [91, true],
      ],
    ],
  ])('%s', (_name, values, counted) => {
    const { printed } = testRules(
      { groups: [] },
      {
        tests: [
          {
            interval: '1m',
            input_series: [{ series: 'errors_total', values }],
            promql_expr_test: counted.map(([minute, isCounted]) => ({
              expr: `count(${expr})`,
              eval_time: `${minute}m`,
              exp_samples: isCounted ? [{ labels: '{}', value: 1 }] : [],
            })),
          },
        ],
      },
      servers,
    );
    expect(printed).toContain('SUCCESS');
  });
});
