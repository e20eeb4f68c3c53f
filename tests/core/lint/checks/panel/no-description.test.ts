import { describe } from 'vitest';
import { itFinds, itSurvives } from './panel-findings.js';

describe('panel/no-description', () => {
  itFinds([
    ['missing', { 'panels/1/description': null }, ['panel/no-description panels.1: the panel has no description']],
    ['blank', { 'panels/1/description': '\n' }, ['panel/no-description panels.1: the panel has no description']],
    [
      'a library panel',
      { 'panels/1': { id: 2, gridPos: { x: 0, y: 1, w: 12, h: 8 }, libraryPanel: { uid: 'x', name: 'Shared' } } },
    ],
  ]);
  itSurvives('panels/1/description');
});
