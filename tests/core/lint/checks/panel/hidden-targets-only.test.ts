import { describe } from 'vitest';
import { itFinds, itSurvives } from './panel-findings.js';

const target = (refId: string, hide: boolean) => ({ refId, hide, expr: 'min(up)', instant: true, legendFormat: 'up' });

describe('panel/hidden-targets-only', () => {
  itFinds([
    [
      'one',
      { 'panels/2/targets/0/hide': true },
      ['panel/hidden-targets-only panels.2.targets: the only target of the panel is hidden, so that it is empty'],
    ],
    [
      'two',
      { 'panels/2/targets': [target('A', true), target('B', true)] },
      ['panel/hidden-targets-only panels.2.targets: all 2 targets of the panel are hidden, so that it is empty'],
    ],
    ['one of two', { 'panels/2/targets': [target('A', true), target('B', false)] }],
    [
      'an expression over hidden ones',
      {
        'panels/2/targets': [
          target('A', true),
          { refId: 'B', datasource: { type: '__expr__', uid: '__expr__' }, expression: '$A' },
        ],
      },
    ],
  ]);
  itSurvives('panels/2/targets', 'panels/2/targets/0/hide');
});
