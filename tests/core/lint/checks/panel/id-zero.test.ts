import { describe } from 'vitest';
import { itFinds } from './panel-findings.js';

describe('panel/id-zero', () => {
  itFinds([
    [
      'zero',
      { 'panels/1/id': 0 },
      ['panel/id-zero panels.1.id: the id of this panel is 0, which Grafana takes for no id'],
    ],
    [
      'zero twice',
      { 'panels/0/id': 0, 'panels/1/id': 0 },
      [
        'panel/id-zero panels.0.id: the id of this row is 0, which Grafana takes for no id',
        'panel/id-zero panels.1.id: the id of this panel is 0, which Grafana takes for no id',
      ],
    ],
    [
      'a fraction',
      { 'panels/2/id': 1.5 },
      ['panel/id-zero panels.2.id: the id of this panel is 1.5, and ids are whole numbers from 1 up'],
    ],
  ]);
});
