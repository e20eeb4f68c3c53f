import { expect, test } from 'vitest';
import { describeAskers, type Asker } from '../../../../src/core/document/find/askers.js';

const panel = (title: string): Asker => ({ kind: 'panel', name: `the panel "${title}"` });
const verb = ['asks', 'ask'] as const;

test.each([
  [[panel('A')], { who: 'the panel "A" asks', which: '' }],
  [[panel('A'), panel('B')], { who: '2 panels ask', which: ': the panel "A", the panel "B"' }],
  [
    [panel('A'), panel('B'), { kind: 'variable', name: 'the variable "v"' } as const, panel('C')],
    { who: '3 panels and 1 variable ask', which: ': the panel "A", the panel "B", the variable "v" and 1 more' },
  ],
] as const)('says who asks: %j', (askers, expected) => {
  expect(describeAskers(askers, verb)).toEqual(expected);
});
