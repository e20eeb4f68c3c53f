import { describe } from 'vitest';
import { itFinds } from './panel-findings.js';

describe('panel/no-height', () => {
  itFinds([
    [
      'no height',
      { 'panels/2/gridPos/h': 0 },
      ['panel/no-height panels.2.gridPos.h: the panel is 0 high, so nobody sees it'],
    ],
    [
      'no width',
      { 'panels/2/gridPos/w': 0 },
      ['panel/no-height panels.2.gridPos.w: the panel is 0 wide, so nobody sees it'],
    ],
    [
      'no place',
      { 'panels/2/gridPos': null },
      ['panel/no-height panels.2: the gridPos of the panel has no number for x, y, w, h, and Grafana fills in its own'],
    ],
    [
      'half a place',
      { 'panels/2/gridPos/w': 'wide' },
      ['panel/no-height panels.2.gridPos: the gridPos of the panel has no number for w, and Grafana fills in its own'],
    ],
  ]);
});
