import { describe } from 'vitest';
import { datasourceVariable } from '../../../../../src/core/lint/checks/house/datasource-variable.js';
import { contextOf } from '../contexts.js';
import { itFinds, itSurvives } from '../group-cases.js';

describe('house/datasource-variable', () => {
  const variable = (name: string, label: string | null) => ({
    'templating/list/1': { name, label, type: 'datasource', query: 'prometheus' },
  });
  itFinds(
    [datasourceVariable],
    [
      ['as the house asks', variable('datasource', 'Data source')],
      ['by its type', variable('prometheus_datasource', 'Prometheus data source')],
      [
        'none',
        {},
        [
          'house/datasource-variable : the dashboard has no variable "datasource" by which viewers choose the datasource',
        ],
      ],
      [
        'another name',
        variable('ds', 'Data source'),
        [
          'house/datasource-variable templating.list.1: the datasource variable is called "ds": the house calls it "datasource" or "prometheus_datasource"',
        ],
      ],
      [
        'no label',
        variable('datasource', null),
        [
          'house/datasource-variable templating.list.1: the datasource variable "datasource" is labelled "": the house labels it "Data source" or "Prometheus data source"',
        ],
      ],
      [
        'what the options say',
        variable('ds', 'Server'),
        [],
        contextOf({ options: { 'house/datasource-variable': { names: ['ds'], labels: ['Server'] } } }),
      ],
      ['a dashboard that asks nothing', { panels: [] }],
    ],
  );
  itSurvives([datasourceVariable], ['templating/list/0/type', 'templating/list', 'panels']);
});
