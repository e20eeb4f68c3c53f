import type { QueryCheck } from '../../check.js';
import { exceptOption, missingMatchers, readMatcher } from '../../judge/house-matcher.js';
import { checkOptions } from '../../options/check-options.js';
import { texts } from '../../options/option.js';

const options = checkOptions('house/required-matchers', {
  matchers: texts([], 'the matchers: `cluster=~"$cluster"`', {
    allowed: 'matchers, such as cluster=~"$cluster"',
    accepts: (source) => readMatcher(source) !== undefined,
  }),
  except: exceptOption,
});

/** A query of a panel without a matcher that the house asks for. Without `matchers`, it asks for none. */
export const requiredMatchers: QueryCheck = {
  id: 'house/required-matchers',
  severity: 'warning',
  summary: 'A query of a panel without a matcher that the house asks for',
  looksAt: 'query',
  isOff: true,
  options,
  *check(query, _dashboard, context) {
    const { matchers, except } = options.of(context);
    for (const source of matchers) {
      const wanted = readMatcher(source);
      if (wanted !== undefined) yield* missingMatchers(query, wanted, except);
    }
  },
};
