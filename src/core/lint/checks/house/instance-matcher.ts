import type { QueryCheck } from '../../check.js';
import { matcherOptions, missingMatchers } from '../../judge/house-matcher.js';
import { checkOptions } from '../../options/check-options.js';

const options = checkOptions('house/instance-matcher', matcherOptions('instance'));

/** A query of a panel that does not choose by the variable `instance`. */
export const instanceMatcher: QueryCheck = {
  id: 'house/instance-matcher',
  severity: 'warning',
  summary: 'A query of a panel without a matcher of `instance` by its variable',
  looksAt: 'query',
  isOff: true,
  options,
  *check(query, _dashboard, context) {
    const { label, operator, variable, except } = options.of(context);
    yield* missingMatchers(query, { label, operator, value: `$${variable}` }, except);
  },
};
