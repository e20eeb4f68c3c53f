import { describe } from 'vitest';
import { itFinds, itSurvives, type Change } from './panel-findings.js';

const steps = 'panels/2/fieldConfig/defaults/thresholds/steps';
const bare = (more: Change = {}): Change => ({
  'panels/2/fieldConfig/defaults/mappings': [],
  [steps]: [{ color: 'green', value: null }],
  ...more,
});
const found = [
  'panel/bare-yes-or-no panels.2.fieldConfig.defaults: query A is 1 or 0, and the tile shows both in one colour and as a number',
];

describe('panel/bare-yes-or-no', () => {
  itFinds([
    ['neither words nor colours', bare(), found],
    ["Grafana's own thresholds", bare({ 'panels/2/fieldConfig/defaults/thresholds': null }), found],
    [
      'a threshold that neither reaches',
      bare({
        [steps]: [
          { color: 'green', value: null },
          { color: 'red', value: 80 },
        ],
      }),
      found,
    ],
    [
      'colours',
      bare({
        [steps]: [
          { color: 'red', value: null },
          { color: 'green', value: 1 },
        ],
      }),
    ],
    ['words', { [steps]: [{ color: 'green', value: null }] }],
    ['a number of targets', bare({ 'panels/2/targets/0/expr': 'sum(up)' })],
    ['what nobody knows', bare({ 'panels/2/targets/0/expr': 'min(x)' })],
  ]);
  itSurvives(steps, 'panels/2/fieldConfig/defaults/mappings');
});
