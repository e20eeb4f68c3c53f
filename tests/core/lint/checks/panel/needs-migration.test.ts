import { describe } from 'vitest';
import { itFinds, itSurvives } from './panel-findings.js';

describe('panel/needs-migration', () => {
  itFinds([
    [
      'singlestat',
      { 'panels/2/type': 'singlestat' },
      [
        'panel/needs-migration panels.2.type: Grafana 12 has no panel "singlestat" any more: it loads it as "stat" and guesses the options',
      ],
    ],
    [
      'a plugin that Grafana replaces',
      { 'panels/2/type': 'grafana-piechart-panel' },
      [
        'panel/needs-migration panels.2.type: Grafana 12 has no panel "grafana-piechart-panel" any more: it loads it as "piechart" and guesses the options',
      ],
    ],
    [
      'an old table',
      { schemaVersion: 16, 'panels/2/type': 'table', 'panels/2/styles': [] },
      [
        'panel/needs-migration panels.2.styles: the options of this table are those of before Grafana 7: newer versions load it as another panel and guess the options',
      ],
    ],
    ['a new table', { 'panels/2/type': 'table', 'panels/2/styles': [] }],
  ]);
  itSurvives('schemaVersion', 'panels/2/type', 'panels/2/styles');
});
