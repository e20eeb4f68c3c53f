import { findVariables, variableName } from '../../../promql/grafana-variable.js';
import type { Problem, QueryCheck } from '../../check.js';
import { matchersIn, placeOf, type MatcherUse } from '../../judge/matchers-in.js';
import { replacing } from '../../judge/place.js';
import { isRecord } from '../../../document/read/values.js';
import type { ReadDashboard, ReadQuery, ReadVariable } from '../../../document/read-dashboard.js';

/** A variable of several values in `=` or `!=`: Grafana writes them as a pattern, `(a|b)`, which no value equals. */
export const multiValueVariableEquals: QueryCheck = {
  id: 'promql/multi-value-variable-equals',
  severity: 'error',
  summary: 'A variable of several values in = or !=',
  looksAt: 'query',
  *check(query, dashboard) {
    if (!dashboard.variables.some(takesSeveral)) return;
    for (const use of matchersIn(query)) {
      const { operator, value } = use.matcher;
      if (operator.endsWith('~')) continue;
      for (const { name } of findVariables(value)) {
        const variable = dashboard.variables.find((declared) => declared.name === name);
        if (variable !== undefined && takesSeveral(variable) && !isRepeated(query, dashboard, name)) {
          yield problem(query, use, variable);
          break;
        }
      }
    }
  },
};

function problem(query: ReadQuery, use: MatcherUse, variable: ReadVariable): Problem {
  const { label, operator, value } = use.matcher;
  const place = placeOf(query, use);
  const pattern = operator === '=' ? '=~' : '!~';
  // What stands beside the variable may mean something else in a pattern.
  const change = place && variableName(value) !== undefined ? replacing(query, place.operator, pattern) : undefined;
  const choice = variable.multi ? 'several values' : '"All"';
  return {
    message: `${label}${operator}"${value}" compares with one value, but of $${variable.name} a viewer can choose ${choice}, which Grafana writes as a pattern`,
    ...(place && { range: place.whole }),
    fix: `write ${label}${pattern}"${value}", or make $${variable.name} a variable of one value`,
    ...(change && { change }),
  };
}

/** A value of its own for `All` may be one that a label has, or none. */
function takesSeveral({ type, multi, includeAll, allValue }: ReadVariable): boolean {
  if (type !== 'query' && type !== 'custom') return false;
  return multi || (includeAll && (allValue === undefined || allValue === '' || /[.*+|]/.test(allValue)));
}

/** In a panel or row that is repeated for a variable, the variable has one value. */
function isRepeated({ panel }: ReadQuery, { rows }: ReadDashboard, name: string): boolean {
  if (panel === undefined) return false;
  if (panel.repeat === name || isRecord(panel.json['scopedVars'])) return true;
  return rows.some((row) => row.repeat === name && row.title === (panel.row ?? ''));
}
