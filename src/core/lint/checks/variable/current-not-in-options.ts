import type { VariableCheck } from '../../check.js';
import { allOptions, offeredBy } from '../../../document/find/offered-by.js';

/** A value that a variable does not offer: Grafana starts with another one, or with one that nobody can choose again. */
export const currentNotInOptions: VariableCheck = {
  id: 'variable/current-not-in-options',
  severity: 'warning',
  summary: 'The value of a variable is not among those it offers',
  looksAt: 'variable',
  *check(variable, { form }) {
    const { name, current, path, json } = variable;
    const offered = offeredBy(variable);
    if (offered === undefined) return;
    const stranger = current.find((value) => value !== '' && !value.includes('$__auto') && !offered.has(value));
    if (stranger === undefined) return;
    const shown = stranger === allOptions ? 'All' : `"${stranger}"`;
    yield {
      message: `the variable "${name}" is ${shown} at first, which is not among the values it offers`,
      path: form === 'classic' && json['current'] !== undefined ? [...path, 'current'] : path,
      fix:
        stranger === allOptions
          ? 'offer All ("includeAll": true), or choose a value'
          : 'choose one that it offers, or add it',
    };
  },
};
