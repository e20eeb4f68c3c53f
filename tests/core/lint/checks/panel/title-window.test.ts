import { describe } from 'vitest';
import { itFinds, itSurvives, type Change } from './panel-findings.js';

const asked = (title: string, expr = 'min(min_over_time(up[5m]))', more: Change = {}): Change => ({
  'panels/2/title': title,
  'panels/2/targets/0/expr': expr,
  ...more,
});
const found = (words: string, window = '5m'): readonly string[] => [
  `panel/title-window panels.2.title: the title says "${words}", and the window of the query is ${window}`,
];

describe('panel/title-window', () => {
  itFinds([
    ['in brackets', asked('Up (1h)'), found('(1h)')],
    ['in words', asked('Up over the last 10 minutes'), found('last 10 minutes')],
    ['behind a stroke', asked('Restarts / 10m'), found('/ 10m')],
    ['of a subquery', asked('Up (1h)', 'min(min_over_time(up[2h:1m]))'), found('(1h)', '2h')],
    [
      'none of several',
      asked('Up (1h)', 'min(min_over_time(up[5m])) - min(min_over_time(up[1d]))'),
      found('(1h)', '5m and 1d'),
    ],
    [
      'the time range of the dashboard',
      asked('Up, last 1h'),
      [
        'panel/title-window panels.2.title: the title says "last 1h", which is the time range of the dashboard only until a viewer chooses another',
      ],
    ],
    ['the time range of the panel', asked('Up, last 2h', undefined, { 'panels/2/timeFrom': '2h' })],
    ['the same', asked('Up (5m)')],
    ['the same in other words', asked('Up over 300s')],
    ['one of several', asked('Up (1h)', 'min(min_over_time(up[5m])) - min(min_over_time(up[1h]))')],
    ['a variable', asked('Up (1h)', 'min(min_over_time(up[$__range]))')],
    ['no window', asked('Load (15m)', 'max(node_load15)')],
    ['no length of time', asked('Up (2 of 3)')],
  ]);
  itSurvives('panels/2/timeFrom', 'time', 'time/from', 'panels/2/title');
});
