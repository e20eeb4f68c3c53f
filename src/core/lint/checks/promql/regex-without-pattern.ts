import { hasVariable } from '../../../promql/grafana-variable.js';
import { listedValues } from '../../../promql/analyze/matcher-values.js';
import { quote } from '../../../promql/quote.js';
import type { QueryCheck } from '../../check.js';
import { matchersIn, placeOf } from '../../judge/matchers-in.js';
import { replacing } from '../../judge/place.js';

/** `=~` with a text that is not a pattern: `=` says the same, and does not look like a search. */
export const regexWithoutPattern: QueryCheck = {
  id: 'promql/regex-without-pattern',
  severity: 'note',
  summary: 'A =~ or !~ with a text that is not a pattern',
  looksAt: 'query',
  *check(query) {
    for (const use of matchersIn(query)) {
      const { label, operator, value } = use.matcher;
      if (!operator.endsWith('~') || hasVariable(value) || /^\^|^\(|\$$/.test(value)) continue;
      const values = listedValues(value);
      const [plain] = values ?? [];
      if (values?.length !== 1 || plain === undefined) continue;
      const place = placeOf(query, use);
      const equal = operator === '=~' ? '=' : '!=';
      const change =
        place && replacing(query, { from: place.operator.from, to: place.value.to }, `${equal}${quote(plain)}`);
      yield {
        message: `${label}${operator}"${value}" has no pattern: it matches the whole value "${plain}" only`,
        ...(place && { range: place.whole }),
        fix: `write ${label}${equal}${quote(plain)}, or ".*" around it if a part is meant`,
        ...(change && { change }),
      };
    }
  },
};
