import { describe } from 'vitest';
import { itFinds } from './panel-findings.js';

const target = (refId: string) => ({ refId, expr: 'min(up)', instant: true, legendFormat: 'up' });

describe('panel/refid-duplicate', () => {
  itFinds([
    [
      'twice',
      { 'panels/2/targets': [target('A'), target('B'), target('A')] },
      [
        'panel/refid-duplicate panels.2.targets.2.refId: two targets of the panel have the ref id "A", so that the answer of one takes the place of the other',
      ],
    ],
    ['each its own', { 'panels/2/targets': [target('A'), target('B')] }],
    ['in another case', { 'panels/2/targets': [target('A'), target('a')] }],
  ]);
});
