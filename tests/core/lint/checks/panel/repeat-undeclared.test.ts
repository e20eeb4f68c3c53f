import { describe } from 'vitest';
import { itFinds, itSurvives } from './panel-findings.js';

describe('panel/repeat-undeclared', () => {
  itFinds([
    [
      'a panel',
      { 'panels/1/repeat': 'routes' },
      [
        'panel/repeat-undeclared panels.1.repeat: the panel repeats over the variable "routes", which the dashboard does not have: did you mean "route"?',
      ],
    ],
    [
      'a row',
      { 'panels/0/repeat': 'instance' },
      [
        'panel/repeat-undeclared panels.0.repeat: the row repeats over the variable "instance", which the dashboard does not have',
      ],
    ],
    ['a variable that there is', { 'panels/1/repeat': 'route', 'panels/0/repeat': '$route' }],
    ['nothing', { 'panels/1/repeat': '' }],
  ]);
  itSurvives('panels/1/repeat', 'templating');
});
