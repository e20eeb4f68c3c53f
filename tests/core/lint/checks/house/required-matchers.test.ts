import { describe } from 'vitest';
import { requiredMatchers } from '../../../../../src/core/lint/checks/house/required-matchers.js';
import { contextOf } from '../contexts.js';
import { itFinds } from '../group-cases.js';

describe('house/required-matchers', () => {
  const asked = (...matchers: readonly string[]) =>
    contextOf({ options: { 'house/required-matchers': { matchers, except: ['up'] } } });
  const lacks = (matcher: string, found: string) =>
    `house/required-matchers panels.1.targets.0.expr: the house asks for ${matcher} in every selector: http_requests_total has ${found}`;
  itFinds(
    [requiredMatchers],
    [
      ['without options', {}],
      ['what is there', {}, [], asked('route=~"$route"')],
      ['by another operator', {}, [lacks('route="$route"', 'route=~"$route"')], asked('route="$route"')],
      ['what is not', {}, [lacks('env!="test"', 'nothing')], asked('route=~"$route"', 'env != "test"')],
    ],
  );
});
