import { describe } from 'vitest';
import { itFinds } from './panel-findings.js';

describe('panel/outside-grid', () => {
  itFinds([
    [
      'too far right',
      { 'panels/2/gridPos/x': 20 },
      ['panel/outside-grid panels.2.gridPos: the panel reaches from column 20 to 26, and the grid has 24 columns'],
    ],
    [
      'left of it',
      { 'panels/1/gridPos/x': -1 },
      ['panel/outside-grid panels.1.gridPos: the panel is at x -1, y 1, and the grid begins at 0'],
    ],
    ['to its very edge', { 'panels/2/gridPos/x': 18 }],
  ]);
});
