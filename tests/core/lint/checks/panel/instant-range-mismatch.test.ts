import { describe } from 'vitest';
import { itFinds, itSurvives, type Case, type Change } from './panel-findings.js';

const target = 'panels/2/targets/0';
const range: Change = { [`${target}/instant`]: false, [`${target}/range`]: true };
const stale = (type: string) => [
  `panel/instant-range-mismatch panels.2.targets.0: the query is a range, and the ${type} shows its last value: that of a series which is gone stays until it leaves the time range`,
];

describe('panel/instant-range-mismatch', () => {
  itFinds([
    [
      'an instant in a graph',
      { 'panels/1/targets/0/instant': true, 'panels/1/targets/0/range': false },
      [
        'panel/instant-range-mismatch panels.1.targets.0: the query is instant, so that the timeseries has one point to draw',
      ],
    ],
    ...['heatmap', 'state-timeline', 'status-history', 'candlestick'].map((type): Case => [
      `an instant in a ${type}`,
      { 'panels/1/type': type, 'panels/1/targets/0/instant': true, 'panels/1/targets/0/range': false },
      [
        `panel/instant-range-mismatch panels.1.targets.0: the query is instant, so that the ${type} has one point to draw`,
      ],
    ]),
    [
      'a range in a table',
      { ...range, 'panels/2/type': 'table', [`${target}/format`]: 'table' },
      [
        'panel/instant-range-mismatch panels.2.targets.0: the query is a range, so that the table has a line for every step in time',
      ],
    ],
    [
      'every value of a range',
      { ...range, 'panels/2/type': 'bargauge', 'panels/2/options/reduceOptions/values': true },
      [
        'panel/instant-range-mismatch panels.2.targets.0: the query is a range, and the bargauge shows every value: one for each step in time',
      ],
    ],
    ['the last value of a range', range, stale('stat')],
    ['the last value of a range in a gauge', { ...range, 'panels/2/type': 'gauge' }, stale('gauge')],
    [
      'several queries',
      {
        'panels/1/targets': ['A', 'B', 'C'].map((refId) => ({
          refId,
          expr: `sum(${refId})`,
          legendFormat: refId,
          instant: true,
        })),
      },
      [
        'panel/instant-range-mismatch panels.1.targets.0: the query is instant (and so are 2 more), so that the timeseries has one point to draw',
      ],
    ],
    [
      'an instant in a bar chart',
      { 'panels/1/type': 'barchart', 'panels/1/targets/0/instant': true, 'panels/1/targets/0/range': false },
    ],
    ['both', { 'panels/1/targets/0/instant': true }],
    ['a sparkline', { ...range, 'panels/2/options/graphMode': 'area' }],
    ['the highest of a range', { ...range, 'panels/2/options/reduceOptions/calcs': ['max'] }],
    [
      'a table that reduces',
      {
        ...range,
        'panels/2/type': 'table',
        [`${target}/format`]: 'table',
        'panels/2/transformations': [{ id: 'reduce', options: {} }],
      },
    ],
    [
      'a query that is hidden',
      {
        'panels/1/targets': [
          { refId: 'A', expr: 'sum(x)', legendFormat: 'x', range: true },
          { refId: 'B', expr: 'sum(y)', legendFormat: 'y', instant: true, hide: true },
        ],
      },
    ],
  ]);
  itSurvives('panels/2/options', 'panels/2/options/reduceOptions', `${target}/instant`, 'panels/2/type');
});
