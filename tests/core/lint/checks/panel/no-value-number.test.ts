import { describe } from 'vitest';
import { itFinds, itSurvives, type Change } from './panel-findings.js';

const noValue = 'panels/2/fieldConfig/defaults/noValue';
const shows = (text: string, more: Change = {}): Change => ({ [noValue]: text, ...more });
const found = (text: string): readonly string[] => [
  `panel/no-value-number panels.2.fieldConfig.defaults.noValue: where there is no data, the panel shows "${text}", as if it had been measured`,
];

describe('panel/no-value-number', () => {
  itFinds([
    ['a zero', shows('0'), found('0')],
    ['another number', shows('-1.5'), found('-1.5')],
    ['a share', shows('100 %'), found('100 %')],
    [
      'beside a mask that is filtered out',
      shows('0', { 'panels/2/targets/0/expr': '(sum(x) or vector(0)) > 0' }),
      found('0'),
    ],
    ['words', shows('no traffic')],
    ['a dash', shows('-')],
    ['what is never shown', shows('0', { 'panels/2/targets/0/expr': 'sum(x) or vector(0)' })],
  ]);
  itSurvives(noValue);
});
