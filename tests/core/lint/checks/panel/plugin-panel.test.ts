import { describe } from 'vitest';
import { itFinds, itSurvives } from './panel-findings.js';

describe('panel/plugin-panel', () => {
  itFinds([
    [
      'a plugin',
      { 'panels/2/type': 'marcusolsson-gantt-panel' },
      [
        'panel/plugin-panel panels.2.type: the panel type "marcusolsson-gantt-panel" does not come with Grafana 12: without its plugin, the panel shows an error',
      ],
    ],
    [
      'no type',
      { 'panels/2/type': null },
      ['panel/plugin-panel panels.2: the panel has no type, so that Grafana cannot show it'],
    ],
    ["another of Grafana's own", { 'panels/2/type': 'geomap' }],
    [
      'a library panel',
      { 'panels/2': { id: 3, gridPos: { x: 12, y: 1, w: 6, h: 8 }, libraryPanel: { uid: 'x', name: 'Shared' } } },
    ],
  ]);
  itSurvives('panels/2/type', 'panels/2/libraryPanel');
});
