import { findVariables } from '../../../promql/grafana-variable.js';
import type { VariableCheck } from '../../check.js';
import { checkOptions } from '../../options/check-options.js';
import { choice } from '../../options/option.js';

const options = checkOptions('variable/refresh', {
  when: choice('any', 'when a query variable is asked again: `any` is on load or when the time range changes', [
    'any',
    'time range',
  ]),
});

const overTime = new Set(['__range', '__range_s', '__range_ms', '__from', '__to', '__interval', '__rate_interval']);

/** A query variable that is not asked again when it should be: its list is older than what the panels show. */
export const refresh: VariableCheck = {
  id: 'variable/refresh',
  severity: 'warning',
  summary: 'A query variable that is never asked again, or not when the time range changes',
  options,
  looksAt: 'variable',
  *check({ name, type, query, refresh: when, json, path }, { form }, context) {
    if (type !== 'query' || query === undefined || query === '') return;
    const place = form === 'classic' && json['refresh'] !== undefined ? [...path, 'refresh'] : path;
    const change = form === 'classic' ? { change: { path: [...path, 'refresh'], value: 2 } } : {};
    // Old files say true and false.
    const isAsked = json['refresh'] === true || (when !== undefined && when !== 0);
    if (!isAsked) {
      yield {
        message: `the variable "${name}" is never asked again: new values do not appear, and old ones stay`,
        path: place,
        fix: 'refresh it on load (1) or when the time range changes (2)',
        ...change,
      };
      return;
    }
    if (when !== 2 && options.of(context).when === 'time range') {
      yield {
        message: `the variable "${name}" is not asked again when the time range changes, as the house asks for`,
        path: place,
        fix: 'refresh it when the time range changes (2)',
        ...change,
      };
      return;
    }
    const used = findVariables(query).find((variable) => overTime.has(variable.name));
    if (used === undefined || when === 2) return;
    yield {
      message: `the query of the variable "${name}" depends on the time range ($${used.name}), but is asked on load only`,
      path: place,
      fix: 'refresh it when the time range changes (2)',
      ...change,
    };
  },
};
