import { describe } from 'vitest';
import { contextWith } from '../../lint-one.js';
import { itFinds, itSurvives, type Change } from './panel-findings.js';

const unit = 'panels/2/fieldConfig/defaults/unit';
const asked = (expr: string): Change => ({ [unit]: null, 'panels/2/targets/0/expr': expr });
const context = contextWith([
  { name: 'queue_age', type: 'gauge', unit: 'seconds', help: '', labels: {}, owners: [], origin: 'exported' },
  { name: 'queue_size', type: 'gauge', help: '', labels: {}, owners: [], origin: 'exported' },
]);
const found = (what: string) => [`panel/no-unit panels.2: the panel has no unit, and ${what}`];

describe('panel/no-unit', () => {
  itFinds([
    ['seconds by the name', asked('max(node_boot_seconds_total)'), found('the numbers of query A are seconds')],
    ['bytes by the name', asked('sum(process_resident_memory_bytes)'), found('the numbers of query A are bytes')],
    [
      'bytes per second',
      asked('sum(rate(sent_bytes_total[5m]))'),
      found('the numbers of query A are bytes per second'),
    ],
    [
      'a quantile',
      asked('histogram_quantile(0.9, sum by (le) (rate(x_seconds_bucket[5m])))'),
      found('the numbers of query A are seconds'),
    ],
    ['seconds by the catalog', asked('max(queue_age)'), found('the numbers of query A are seconds'), context],
    ['the title', { ...asked('max(x)'), 'panels/2/title': 'Busy (%)' }, found('its title says "%"')],
    [
      'another unit in the title, which is to be put right first',
      { ...asked('sum(rate(errors_total[5m]))'), 'panels/2/title': 'Errors / min' },
      ['panel/unit-contradiction panels.2.title: the title says "/ min", and the numbers of query A are per second'],
    ],
    ['a count', asked('max(queue_size)'), [], context],
    ['up', asked('min(up)')],
    ['an increase', asked('sum(increase(errors_total[1h]))')],
    ['a share of what', asked('sum(rate(a_total[5m])) / sum(rate(b_total[5m]))')],
    ['a unit that the author left out', { 'panels/2/targets/0/expr': 'max(a_seconds)' }],
    [
      'a unit in an override',
      {
        ...asked('max(a_seconds)'),
        'panels/2/fieldConfig/overrides': [
          { matcher: { id: 'byType', options: 'number' }, properties: [{ id: 'unit', value: 's' }] },
        ],
      },
    ],
    [
      'a number of values',
      {
        ...asked('a_seconds'),
        'panels/2/options/reduceOptions/calcs': ['count'],
        'panels/2/targets/0/legendFormat': '{{job}}',
      },
    ],
  ]);
  itSurvives(
    unit,
    'panels/2/fieldConfig',
    'panels/2/fieldConfig/overrides',
    'panels/2/transformations',
    'panels/2/options',
  );
});
