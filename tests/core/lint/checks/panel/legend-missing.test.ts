import { describe } from 'vitest';
import { contexts } from '../promql/lint-query.js';
import { itFinds, itSurvives } from './panel-findings.js';

const legend = 'panels/1/targets/0/legendFormat';
const message = 'and has no legend: Grafana names each by its whole text';

describe('panel/legend-missing', () => {
  itFinds([
    [
      'missing',
      { [legend]: null },
      [`panel/legend-missing panels.1.targets.0: the query returns a series for each route, ${message}`],
    ],
    [
      'empty',
      { [legend]: '', 'panels/1/targets/0/expr': '1000 * sum by (a, b) (x)' },
      [`panel/legend-missing panels.1.targets.0: the query returns a series for each a and b, ${message}`],
    ],
    [
      'the first of several',
      { [legend]: null, 'panels/1/targets/0/expr': 'topk(5, sum by (route) (x)) or on() vector(0)' },
      [`panel/legend-missing panels.1.targets.0: the query returns a series for each route, ${message}`],
    ],
    [
      'several queries',
      {
        'panels/1/targets': [
          { refId: 'A', expr: 'sum(x)' },
          { refId: 'B', expr: 'sum(y)' },
        ],
      },
      [
        'panel/legend-missing panels.1.targets: 2 queries of the panel have no legend: Grafana names each by its whole text',
      ],
    ],
    [
      'one name for all series',
      { [legend]: 'served', 'panels/1/targets/0/expr': 'sum by (job) (x)' },
      [
        'panel/legend-missing panels.1.targets.0.legendFormat: the legend names every series "served", and the query returns one for each job',
      ],
    ],
    ['one name for a pinned label', { [legend]: 'served', 'panels/1/targets/0/expr': 'sum by (job) (x{job="web"})' }],
    ['one name for what a viewer chooses', { [legend]: 'served' }],
    ['one name for one series', { [legend]: 'served', 'panels/1/targets/0/expr': 'sum(x)' }],
    ['one name for who knows how many', { [legend]: 'served', 'panels/1/targets/0/expr': 'x' }],
    [
      'one name for the series of a metric that is known',
      { [legend]: 'flying', 'panels/1/targets/0/expr': 'in_flight' },
      [
        'panel/legend-missing panels.1.targets.0.legendFormat: the legend names every series "flying", and the query returns one for each route and job and instance',
      ],
      contexts.catalog,
    ],
    ['automatic', { [legend]: '__auto' }],
    ['one series', { [legend]: '', 'panels/1/targets/0/expr': 'sum(x)' }],
    ['unknown series', { [legend]: '', 'panels/1/targets/0/expr': 'x' }],
    ['quantiles', { [legend]: '', 'panels/1/targets/0/expr': 'histogram_quantile(0.9, sum by (le) (rate(x[5m])))' }],
    ['a hidden legend', { [legend]: '', 'panels/1/options/legend/showLegend': false }],
    ['a name of the field', { [legend]: '', 'panels/1/fieldConfig/defaults/displayName': '${__field.labels.route}' }],
  ]);
  itSurvives('panels/1/options/legend', 'panels/1/fieldConfig/overrides', 'panels/1/targets/0/format');
});
