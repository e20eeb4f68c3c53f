import { describe } from 'vitest';
import { itFinds, itSurvives, type Change } from './panel-findings.js';

const collapsedRow: Change = {
  'panels/0/collapsed': true,
  'panels/0/panels': [{ id: 9, type: 'text', gridPos: { x: 0, y: 1, w: 24, h: 8 } }],
};

describe('panel/overlap', () => {
  itFinds([
    [
      'one column',
      { 'panels/2/gridPos/x': 11 },
      [
        'panel/overlap panels.2.gridPos: the panel lies on "Requests by route": both take the cell x 11, y 1, and Grafana moves one of them down',
      ],
    ],
    [
      'a row in a panel',
      { 'panels/0/gridPos/y': 3, 'panels/0/title': '' },
      [
        'panel/overlap panels.0.gridPos: the row lies on "Requests by route": both take the cell x 0, y 3, and Grafana moves one of them down',
        'panel/row-order panels.1: "Requests by route" stands in the file behind a row without a title, and in the dashboard before it',
      ],
    ],
    ['under each other', { 'panels/2/gridPos': { x: 0, y: 9, w: 12, h: 8 } }],
    ['the panels of a collapsed row, which have a grid of their own', collapsedRow],
    [
      'a dashboard from before Grafana 5',
      {
        panels: null,
        rows: [
          {
            panels: [
              { id: 1, type: 'text', span: 6 },
              { id: 2, type: 'text', span: 6 },
            ],
          },
        ],
      },
    ],
  ]);
  itSurvives('panels/1/gridPos', 'panels/1/gridPos/x', 'panels/1/gridPos/h', 'panels/0/gridPos', 'panels/0/panels');
});
