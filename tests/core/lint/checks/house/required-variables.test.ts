import { describe } from 'vitest';
import { requiredVariables } from '../../../../../src/core/lint/checks/house/required-variables.js';
import { contextOf } from '../contexts.js';
import { itFinds } from '../group-cases.js';

describe('house/required-variables', () => {
  const asked = contextOf({ options: { 'house/required-variables': { variables: ['route', 'cluster'] } } });
  itFinds(
    [requiredVariables],
    [
      ['without options', {}],
      [
        'one of two',
        {},
        ['house/required-variables : the dashboard has no variable "cluster", which the house asks for'],
        asked,
      ],
      ['both', { 'templating/list/1': { name: 'cluster', type: 'custom' } }, [], asked],
      ['a dashboard that asks nothing', { panels: [] }, [], asked],
    ],
  );
});
