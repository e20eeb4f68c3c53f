import { variableName } from '../../../promql/grafana-variable.js';
import type { DashboardCheck } from '../../check.js';
import { nearest } from '../../../text/nearest.js';

/** Finds repetitions over a variable that there is not. */
export const repeatUndeclared: DashboardCheck = {
  id: 'panel/repeat-undeclared',
  severity: 'error',
  summary: 'A panel or row repeats over a variable that the dashboard does not have.',
  looksAt: 'dashboard',
  *check({ form, panels, rows, variables }) {
    const names = variables.map(({ name }) => name);
    const declared = new Set(names);
    const repeated = [
      ...rows.map(({ repeat, path }) => ({ what: 'row', repeat, path })),
      ...panels.map(({ repeat, path }) => ({ what: 'panel', repeat, path })),
    ];
    for (const { what, repeat = '', path } of repeated) {
      const name = variableName(repeat) ?? repeat;
      if (name === '' || declared.has(name)) continue;
      const meant = name.length > 100 ? undefined : nearest(name, names);
      yield {
        message: `the ${what} repeats over the variable "${name}", which the dashboard does not have${meant === undefined ? '' : `: did you mean "${meant}"?`}`,
        path: form === 'v2' ? path : [...path, 'repeat'],
        fix: `declare the variable "${name}", or remove the repetition`,
      };
    }
  },
};
