import { describe } from 'vitest';
import { itFinds, type Change } from './panel-findings.js';

const secondRow = (title: string): Change => ({
  'panels/3': { id: 4, type: 'row', title, collapsed: false, gridPos: { x: 0, y: 9, w: 24, h: 1 }, panels: [] },
  'panels/4': {
    id: 5,
    type: 'stat',
    title: 'Up',
    description: 'x',
    gridPos: { x: 0, y: 10, w: 6, h: 8 },
    targets: [{ refId: 'A', expr: 'max(x)', instant: true, legendFormat: '__auto' }],
  },
});

describe('panel/duplicate-title', () => {
  itFinds([
    [
      'in one row',
      { 'panels/1/title': 'Up' },
      ['panel/duplicate-title panels.2.title: the row "Traffic" has two panels with the title "Up"'],
    ],
    [
      'in no row',
      { 'panels/1/title': 'Up', 'panels/0': { id: 1, type: 'text', gridPos: { x: 0, y: 0, w: 24, h: 1 } } },
      ['panel/duplicate-title panels.2.title: the dashboard has two panels with the title "Up"'],
    ],
    ['in two rows', secondRow('Health')],
    ['in two rows of the same title', secondRow('Traffic')],
    ['a repeated panel', { 'panels/1/title': 'Up', 'panels/2/repeatPanelId': 2 }],
    [
      'no title at all',
      { 'panels/1/title': '', 'panels/2/title': '' },
      [
        'panel/no-title panels.1.title: the panel has no title',
        'panel/no-title panels.2.title: the panel has no title',
      ],
    ],
  ]);
});
