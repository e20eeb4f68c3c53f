import { describe } from 'vitest';
import { datasourceChecks } from '../../../../../src/core/lint/checks/datasource/index.js';
import { itFinds, itSurvives } from '../group-cases.js';

describe('datasource/deprecated-reference', () => {
  itFinds(datasourceChecks, [
    [
      'the example of its page',
      { 'panels/2/datasource': 'Prometheus', 'panels/2/targets/0/datasource': 'Prometheus' },
      [
        'datasource/deprecated-reference panels.2.datasource: the panel "Up" refers to its datasource by the text "Prometheus": Grafana has gone over to uids',
      ],
    ],
    [
      "a variable's",
      { 'templating/list/0/datasource': 'Prometheus' },
      [
        'datasource/deprecated-reference templating.list.0.datasource: the variable "route" refers to its datasource by the text "Prometheus": Grafana has gone over to uids',
      ],
    ],
    [
      'silent: an old file',
      { schemaVersion: 16, 'panels/2/datasource': 'Prometheus', 'panels/2/targets/0/datasource': 'Prometheus' },
    ],
    ["silent: Grafana's own", { 'annotations/list/0/datasource': '-- Grafana --' }],
    ['silent: a panel that asks nothing', { 'panels/2/datasource': 'x', 'panels/2/targets': [] }],
  ]);
  itSurvives(datasourceChecks, ['panels/2/datasource', 'schemaVersion', 'annotations/list/0/datasource']);
});
