import { describe } from 'vitest';
import { itFinds, itSurvives, type Case, type Change } from './panel-findings.js';

const shown = (unit: string, value: number, more: Change = {}): Change => ({
  'panels/2/fieldConfig/defaults/unit': unit,
  'panels/2/fieldConfig/defaults/thresholds/steps': [
    { color: 'green', value: null },
    { color: 'red', value },
  ],
  ...more,
});
const place = 'panel/thresholds-out-of-range panels.2.fieldConfig.defaults.thresholds.steps.1.value';
const mode = 'panels/2/fieldConfig/defaults/thresholds/mode';

describe('panel/thresholds-out-of-range', () => {
  itFinds([
    [
      'percents of a share',
      shown('percentunit', 80),
      [`${place}: no value reaches the threshold 80, and the unit "percentunit" shows 1 as 100 %`],
    ],
    [
      'more than all',
      shown('percentunit', 1.5),
      [`${place}: no value reaches the threshold 1.5, and the unit "percentunit" shows 1 as 100 %`],
    ],
    [
      'a share of percents',
      shown('percent', 0.9),
      [`${place}: the threshold 0.9 is less than 1 %, and the unit "percent" shows 100 as 100 %`],
    ],
    ['more than yes', shown('bool', 2), [`${place}: no value reaches the threshold 2, and the values are 0 and 1`]],
    [
      'more than 100 %',
      shown('none', 120, { [mode]: 'percentage' }),
      [`${place}: no value reaches the threshold 120, and thresholds in percentage mode go from 0 to 100`],
    ],
    [
      'the maximum of percents over a share',
      shown('percentunit', 0.8, { 'panels/2/fieldConfig/defaults/max': 100 }),
      [
        'panel/thresholds-out-of-range panels.2.fieldConfig.defaults.max: the maximum is 100, and the unit "percentunit" shows 1 as 100 %',
      ],
    ],
    [
      'the maximum of a share over percents',
      shown('percent', 80, { 'panels/2/fieldConfig/defaults/max': 1 }),
      [
        'panel/thresholds-out-of-range panels.2.fieldConfig.defaults.max: the maximum is 1, and the unit "percent" shows 100 as 100 %',
      ],
    ],
    ['a share', shown('percentunit', 0.8)],
    ['a share of several', shown('percentunit', 3, { 'panels/2/fieldConfig/defaults/max': 4 })],
    ['percents', shown('percent', 80)],
    ['few percents', shown('percent', 0.1)],
    ['any number', shown('none', 1e9)],
    ...['timeseries', 'barchart', 'trend'].map((type): Case => [
      `a ${type} that shows none`,
      {
        'panels/1/type': type,
        'panels/1/fieldConfig/defaults/unit': 'percentunit',
        'panels/1/fieldConfig/defaults/thresholds': { mode: 'absolute', steps: [{ color: 'red', value: 80 }] },
        'panels/1/targets/0/expr': 'x',
      },
    ]),
  ]);
  itSurvives('panels/2/fieldConfig/defaults/thresholds', 'panels/2/fieldConfig/defaults/thresholds/steps', mode);
});
