import { describe } from 'vitest';
import { itFinds, itSurvives, type Change } from './panel-findings.js';

const table = (expr: string, more: Change = {}): Change => ({
  'panels/2/type': 'table',
  'panels/2/targets/0/expr': expr,
  ...more,
});
const found = [
  'panel/table-of-series panels.2.targets.0: the query is asked in the format of time series, so that the table shows one series and hides the others behind a drop-down',
];

describe('panel/table-of-series', () => {
  itFinds([
    ['series of a metric', table('up{job="web"}'), found],
    ['series of an aggregation', table('count by (job) (up)', { 'panels/2/targets/0/format': null }), found],
    [
      'two queries',
      {
        'panels/2/type': 'table',
        'panels/2/targets': [
          { refId: 'A', expr: 'x', format: 'table', instant: true },
          { refId: 'B', expr: 'y', format: 'table', instant: true },
        ],
      },
      [
        'panel/table-of-series panels.2.targets.1: the table has 2 queries, and shows the result of one: the others are behind a drop-down',
      ],
    ],
    ['one series', table('count(up)')],
    ['a pinned label', table('count by (job) (up{job="web"})')],
    ['the format of a table', table('up', { 'panels/2/targets/0/format': 'table' })],
    ['a transformation', table('up', { 'panels/2/transformations': [{ id: 'seriesToRows', options: {} }] })],
    ['a table of before Grafana 7', table('up', { 'panels/2/transform': 'timeseries_to_rows' })],
    ['a stat', { 'panels/2/targets/0/expr': 'up' }],
  ]);
  itSurvives('panels/2/type', 'panels/2/targets/0/format', 'panels/2/transformations');
});
