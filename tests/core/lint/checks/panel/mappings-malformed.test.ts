import { describe } from 'vitest';
import type { Json } from '../../../../../src/core/model/json.js';
import { itFinds, itSurvives, type Change } from './panel-findings.js';

const place = 'panels/2/fieldConfig/defaults/mappings';
const mapping = (value: Json): Change => ({ [place]: [value] });
const found = (what: string, below = '') => [
  `panel/mappings-malformed panels.2.fieldConfig.defaults.mappings.0${below}: the mapping ${what}`,
];
const old = { id: 1, type: 1, value: '0', text: 'DOWN' };
const ofBefore =
  'has the form of before Grafana 8, and the schema version says that it has the new one: it is not applied';

describe('panel/mappings-malformed', () => {
  itFinds([
    ['the old form', mapping(old), found(ofBefore)],
    ['the older form', mapping({ op: '=', value: '0', text: 'DOWN' }), found(ofBefore)],
    ['no type', mapping({ options: {} }), found('has no type, and there are value, range, regex and special')],
    [
      'another type',
      mapping({ type: 'values', options: {} }),
      found('has the type "values", and there are value, range, regex and special'),
    ],
    ['no options', mapping({ type: 'value' }), found('of type "value" has no options, and so maps nothing')],
    [
      'no result',
      mapping({ type: 'value', options: { '1': 'UP' } }),
      found('of type "value" has no result for "1"', '.options'),
    ],
    [
      'no range',
      mapping({ type: 'range', options: { result: {} } }),
      found('of type "range" has neither from nor to', '.options'),
    ],
    [
      'no pattern',
      mapping({ type: 'regex', options: { result: {} } }),
      found('of type "regex" has no pattern', '.options'),
    ],
    [
      'no special',
      mapping({ type: 'special', options: { match: 'NaN', result: {} } }),
      found('of type "special" has the match "NaN", and there are true, false, null, nan, null+nan, empty', '.options'),
    ],
    ['no object', mapping(1), found('is not an object')],
    [
      'no list',
      { [place]: {} },
      ['panel/mappings-malformed panels.2.fieldConfig.defaults.mappings: the mappings are not a list'],
    ],
    [
      'in an override',
      {
        'panels/2/fieldConfig/overrides': [
          { matcher: { id: 'byFrameRefID', options: 'A' }, properties: [{ id: 'mappings', value: [old] }] },
        ],
      },
      [`panel/mappings-malformed panels.2.fieldConfig.overrides.0.properties.0.value.0: the mapping ${ofBefore}`],
    ],
    ['the old form in an old file', { ...mapping(old), schemaVersion: 26 }],
    ['a range', mapping({ type: 'range', options: { from: null, to: 5, result: { text: 'low' } } })],
    ['a special', mapping({ type: 'special', options: { match: 'null+nan', result: { text: '-' } } })],
    ['a pattern', mapping({ type: 'regex', options: { pattern: '.*', result: { text: '-' } } })],
    ['none', { [place]: [] }],
  ]);
  itSurvives(place, 'panels/2/fieldConfig/overrides', 'schemaVersion');
});
