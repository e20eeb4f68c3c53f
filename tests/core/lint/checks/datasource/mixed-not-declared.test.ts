import { describe } from 'vitest';
import { datasourceChecks } from '../../../../../src/core/lint/checks/datasource/index.js';
import { itFinds, itSurvives } from '../group-cases.js';

describe('datasource/mixed-not-declared', () => {
  itFinds(datasourceChecks, [
    [
      'the example of its page',
      {
        'panels/2/targets/1': {
          refId: 'B',
          datasource: { type: 'prometheus', uid: 'prom_ai' },
          expr: 'min(up{job="ai"})',
          legendFormat: 'ai',
          instant: true,
        },
      },
      [
        "datasource/mixed-not-declared panels.2.datasource: the panel's targets name different datasources (prom, prom_ai), but the panel is not mixed: Grafana asks prom for all of them",
      ],
    ],
    [
      'one target that names another',
      { 'panels/2/targets/0/datasource': { type: 'prometheus', uid: 'prom_ai' } },
      [
        "datasource/mixed-not-declared panels.2.targets.0.datasource: the target names the datasource prom_ai, but Grafana asks its panel's, prom",
      ],
    ],
    [
      'no datasource of the panel',
      {
        'panels/2/datasource': null,
        'panels/2/targets/1': { refId: 'B', datasource: { type: 'prometheus', uid: 'prom_ai' }, expr: 'up' },
      },
      [
        "datasource/mixed-not-declared panels.2: the panel's targets name different datasources (prom, prom_ai), but the panel is not mixed: Grafana asks prom for all of them",
      ],
    ],
    [
      'silent: declared',
      {
        'panels/2/datasource': { type: 'datasource', uid: '-- Mixed --' },
        'panels/2/targets/1': { refId: 'B', datasource: { type: 'prometheus', uid: 'prom_ai' }, expr: 'up' },
      },
    ],
    [
      'silent: an expression',
      { 'panels/2/targets/1': { refId: 'B', datasource: { type: '__expr__', uid: '__expr__' } } },
    ],
    [
      'silent: two ways to write a variable',
      {
        'templating/list/1': {
          name: 'ds',
          type: 'datasource',
          query: 'prometheus',
          hide: 0,
          current: { text: 'prom', value: 'prom' },
        },
        'panels/2/datasource': { type: 'prometheus', uid: '$ds' },
        'panels/2/targets/0/datasource': { uid: '${ds}' },
      },
    ],
  ]);
  itSurvives(datasourceChecks, ['panels/2/datasource', 'panels/2/targets', 'panels/2/targets/0/datasource']);
});
