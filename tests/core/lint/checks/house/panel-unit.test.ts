import { describe } from 'vitest';
import { panelUnit } from '../../../../../src/core/lint/checks/house/panel-unit.js';
import { contextOf } from '../contexts.js';
import { itFinds, itSurvives } from '../group-cases.js';

describe('house/panel-unit', () => {
  const unit = 'panels/2/fieldConfig/defaults/unit';
  const override = (value: string) => ({
    'panels/2/fieldConfig/overrides': [
      { matcher: { id: 'byName', options: 'a' }, properties: [{ id: 'unit', value }] },
    ],
  });
  const units = contextOf({ options: { 'house/panel-unit': { units: ['reqps', 'none'] } } });
  itFinds(
    [panelUnit],
    [
      ['a unit', {}],
      ['none', { [unit]: null }, ['house/panel-unit panels.2: the panel has no unit']],
      ['in an override', { [unit]: null, ...override('s') }],
      ['another type of panel', { [unit]: null, 'panels/2/type': 'text' }],
      ['one of those allowed', {}, [], units],
      [
        'none of those allowed',
        { [unit]: 'furlongs' },
        [
          'house/panel-unit panels.2.fieldConfig.defaults.unit: the panel has the unit "furlongs", which is none of those that the house uses',
        ],
        units,
      ],
      [
        'none of those allowed, in an override',
        override('s'),
        [
          'house/panel-unit panels.2.fieldConfig.overrides: the panel has the unit "s", which is none of those that the house uses',
        ],
        units,
      ],
    ],
  );
  itSurvives([panelUnit], [unit, 'panels/2/fieldConfig/overrides', 'panels/2/yaxes', 'panels/2/format']);
});
