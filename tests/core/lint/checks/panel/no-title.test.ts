import { describe } from 'vitest';
import { itFinds, itSurvives } from './panel-findings.js';

describe('panel/no-title', () => {
  itFinds([
    ['blank', { 'panels/1/title': ' ' }, ['panel/no-title panels.1.title: the panel has no title']],
    ['missing', { 'panels/1/title': null }, ['panel/no-title panels.1: the panel has no title']],
    [
      'as Grafana gave it',
      { 'panels/1/title': 'Panel Title' },
      ['panel/no-title panels.1.title: the title is still "Panel Title", which Grafana gives every new panel'],
    ],
    ['a text without one', { 'panels/2': { id: 3, type: 'text', gridPos: { x: 12, y: 1, w: 6, h: 8 } } }],
    ['a name of the field in its place', { 'panels/2/title': '', 'panels/2/fieldConfig/defaults/displayName': 'Up' }],
  ]);
  itSurvives('panels/1/title', 'panels/1/fieldConfig');
});
