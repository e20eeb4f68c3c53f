import { describe } from 'vitest';
import { contextWith } from '../../lint-one.js';
import { itFinds, itSurvives, type Change } from './panel-findings.js';

const legend = (legendFormat: string, expr: string): Change => ({
  'panels/1/targets/0/legendFormat': legendFormat,
  'panels/1/targets/0/expr': expr,
  'panels/1/fieldConfig/defaults/unit': 'none',
});
const found = (what: string) => [
  `panel/legend-label panels.1.targets.0.legendFormat: the legend names the label ${what}`,
];
const context = contextWith([
  {
    name: 'queue_size',
    type: 'gauge',
    help: '',
    labels: { queue: { kind: 'open', examples: ['a'] } },
    owners: [],
    origin: 'exported',
  },
]);

describe('panel/legend-label', () => {
  itFinds([
    [
      'another label',
      legend('{{ path }}', 'sum by (route) (x)'),
      found('"path", which the query does not return; it returns route'),
    ],
    ['no label', legend('{{route}}', 'sum(x)'), found('"route", which the query does not return; it returns no label')],
    [
      'a label that was dropped',
      legend('{{pod}}', '100 * sum without (pod) (x)'),
      found('"pod", which the query does not return: without drops it'),
    ],
    [
      'the label of buckets',
      legend('{{le}}', 'histogram_quantile(0.9, sum by (le, route) (rate(x_seconds_bucket[5m])))'),
      found('"le", which the query does not return; it returns route'),
    ],
    [
      'absence',
      legend('{{instance}}', 'absent(up{job="a"})'),
      found('"instance", which the query does not return; it returns job'),
    ],
    [
      'by the catalog',
      legend('{{topic}}', 'queue_size'),
      found('"topic", which the query does not return; it returns queue, job, instance'),
      context,
    ],
    ['what is there', legend('{{route}} {{code}}', 'sum by (route, code) (x)')],
    ['any label of an unknown metric', legend('{{anything}}', 'rate(x[5m])')],
    ['what without keeps', legend('{{job}}', 'sum without (pod) (x)')],
    ['a label of one side', legend('{{version}}', 'sum by (pod) (x) * on (pod) group_left (version) y')],
    ['labels by a variable', legend('{{route}}', 'sum by ($by) (x)')],
    ['a variable as the name', legend('{{$by}} [[by]]', 'sum by (route) (x)')],
    [
      'a label that is made',
      legend('{{host}}', 'label_replace(sum by (instance) (x), "host", "$1", "instance", "(.*):.*")'),
    ],
    ['the name of the metric', legend('{{__name__}}', 'sum by (__name__) (x)')],
    ['an unknown function', legend('{{route}}', '$agg(x)')],
    [
      'a table, which has no legend',
      { ...legend('{{path}}', 'sum by (route) (x)'), 'panels/1/targets/0/format': 'table' },
    ],
  ]);
  itSurvives('panels/1/targets/0/legendFormat', 'panels/1/targets/0/expr');
});
