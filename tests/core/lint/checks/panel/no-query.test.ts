import { describe } from 'vitest';
import { itFinds, itSurvives } from './panel-findings.js';

describe('panel/no-query', () => {
  itFinds([
    ['no target', { 'panels/2/targets': [] }, ['panel/no-query panels.2: the stat has no query']],
    ['no list of targets', { 'panels/2/targets': null }, ['panel/no-query panels.2: the stat has no query']],
    [
      'an empty text',
      { 'panels/2/targets/0/expr': ' ' },
      ['panel/no-query panels.2.targets: the stat has no query: the text of its target is empty'],
    ],
    ['a text panel', { 'panels/2': { id: 3, type: 'text', gridPos: { x: 12, y: 1, w: 6, h: 8 } } }],
    [
      'a target of another datasource',
      { 'panels/2/targets': [{ refId: 'A', datasource: { type: 'loki', uid: 'loki' }, query: 'x' }] },
    ],
  ]);
  itSurvives('panels/2/targets/0/expr', 'panels/2/type');
});
