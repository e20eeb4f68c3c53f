import { describe } from 'vitest';
import { itFinds } from './panel-findings.js';

describe('panel/row-order', () => {
  itFinds([
    [
      'a panel before one that stands above it',
      { 'panels/1/gridPos/y': 9 },
      ['panel/row-order panels.2: "Up" stands in the file behind "Requests by route", and in the dashboard before it'],
    ],
    [
      'one right of the other',
      { 'panels/1/gridPos/x': 12, 'panels/2/gridPos/x': 0, 'panels/2/title': '' },
      [
        'panel/row-order panels.2: the stat without a title stands in the file behind "Requests by route", and in the dashboard before it',
        'panel/no-title panels.2.title: the panel has no title',
      ],
    ],
  ]);
});
