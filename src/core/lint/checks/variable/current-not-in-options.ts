import type { VariableCheck } from '../../check.js';
import { customOptions } from '../../facts/custom-options.js';
import type { LintedVariable } from '../../subject.js';

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
    const shown = stranger === all ? 'All' : `"${stranger}"`;
    yield {
      message: `the variable "${name}" is ${shown} at first, which is not among the values it offers`,
      path: form === 'classic' && json['current'] !== undefined ? [...path, 'current'] : path,
      fix:
        stranger === all ? 'offer All ("includeAll": true), or choose a value' : 'choose one that it offers, or add it',
    };
  },
};

const all = '$__all';

/** The values that a viewer can choose; undefined where they are not written in the file. */
function offeredBy({ type, query, options, includeAll, json }: LintedVariable): ReadonlySet<string> | undefined {
  if ((type !== 'custom' && type !== 'interval') || query === undefined || isJson(query, json['valuesFormat']))
    return undefined;
  const listed = customOptions(query);
  if (listed === undefined) return undefined;
  // Before Grafana 8, All could be written as its text.
  const written = includeAll ? [all, 'All', 'all'] : [];
  return new Set([
    ...options.filter((value) => value !== all),
    ...written,
    ...listed.flatMap(({ text, value }) => [text, value]),
  ]);
}

function isJson(query: string, format: unknown): boolean {
  return format === 'json' || /^\s*\[/.test(query);
}
