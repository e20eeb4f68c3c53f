import { describe } from 'vitest';
import type { Json } from '../../../../../src/core/model/json.js';
import { itFinds, itSurvives, type Change } from './panel-findings.js';

const overrides = (id: string, options: string, legend = 'Up'): Change => ({
  'panels/2/targets/0/legendFormat': legend,
  'panels/2/fieldConfig/overrides': [
    { matcher: { id, options }, properties: [{ id: 'color', value: { mode: 'fixed', fixedColor: 'red' } }] },
  ],
});
const table = (...transformations: Json[]): Change => ({
  'panels/2/type': 'table',
  'panels/2/targets/0': { refId: 'A', expr: 'sum by (job) (up)', format: 'table', instant: true },
  'panels/2/transformations': transformations,
});
const options = 'panel/missing-field panels.2.fieldConfig.overrides.0.matcher.options';

describe('panel/missing-field', () => {
  itFinds([
    [
      'a legend',
      overrides('byName', 'UP'),
      [`${options}: the override is for the field "UP", which no query returns: did you mean "Up"?`],
    ],
    [
      'a query',
      overrides('byFrameRefID', 'C'),
      [`${options}: the override is for the query "C", which the panel does not have`],
    ],
    [
      'a label of a table',
      table({ id: 'sortBy', options: { sort: [{ field: 'instance' }] } }),
      [
        'panel/missing-field panels.2.transformations.0.options.sort.0.field: the transformation is for the field "instance", which no query returns',
      ],
    ],
    [
      'a field to calculate with',
      table({
        id: 'calculateField',
        options: { mode: 'binary', binary: { left: 'Value', right: 'Total', operator: '/' } },
      }),
      [
        'panel/missing-field panels.2.transformations.0.options.binary.right: the transformation is for the field "Total", which no query returns',
      ],
    ],
    [
      'a field to add up',
      table({ id: 'calculateField', options: { mode: 'reduceRow', reduce: { include: ['Value', 'Wert'] } } }),
      [
        'panel/missing-field panels.2.transformations.0.options.reduce.include.1: the transformation is for the field "Wert", which no query returns',
      ],
    ],
    [
      'a field to filter by',
      table({ id: 'filterByValue', options: { filters: [{ fieldName: 'instance', config: {} }] } }),
      [
        'panel/missing-field panels.2.transformations.0.options.filters.0.fieldName: the transformation is for the field "instance", which no query returns',
      ],
    ],
    [
      'a query to keep',
      table({ id: 'filterByRefId', options: { include: 'A|C' } }),
      [
        'panel/missing-field panels.2.transformations.0: the transformation keeps the query "C", which the panel does not have',
      ],
    ],
    ['a query that is kept', table({ id: 'filterByRefId', options: { include: 'A' } })],
    [
      'a number to calculate with',
      table({ id: 'calculateField', options: { mode: 'binary', binary: { left: 'Value', right: '100' } } }),
    ],
    ['the legend itself', overrides('byName', 'Up')],
    ['the value', overrides('byName', 'Value')],
    ['a legend with labels', overrides('byName', 'web', '$route')],
    ['an automatic legend', overrides('byName', 'web', '__auto')],
    ['a query that is there', overrides('byFrameRefID', 'A')],
    [
      'the query that a transformation makes',
      { ...overrides('byFrameRefID', 'merge-A-B'), 'panels/2/transformations': [{ id: 'merge' }] },
    ],
    ['a label that is there', table({ id: 'sortBy', options: { sort: [{ field: 'job' }] } })],
    [
      'a name that another gave',
      table(
        { id: 'organize', options: { renameByName: { job: 'Job' } } },
        { id: 'sortBy', options: { sort: [{ field: 'Job' }] } },
      ),
    ],
    [
      'what nobody knows',
      table({ id: 'reduce', options: {} }, { id: 'sortBy', options: { sort: [{ field: 'Max' }] } }),
    ],
    ['a leftover', table({ id: 'organize', options: { excludeByName: { instance: true } } })],
  ]);
  itSurvives('panels/2/transformations', 'panels/2/fieldConfig/overrides', 'panels/2/targets/0/refId');
});
