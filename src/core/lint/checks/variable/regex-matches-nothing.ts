import { hasVariable } from '../../../promql/grafana-variable.js';
import type { VariableCheck } from '../../check.js';
import { matches, readGrafanaRegex } from '../../../document/find/grafana-regex.js';
import { listOf, recordOf, textOf } from '../../../document/read/values.js';
import type { ReadVariable } from '../../../document/read-dashboard.js';

/** How many of a variable's own options are tried. */
const most = 20;

/** A regular expression that matches none of the options that are written beside it: the list will be empty. */
export const regexMatchesNothing: VariableCheck = {
  id: 'variable/regex-matches-nothing',
  severity: 'warning',
  summary: 'A regular expression of a variable that matches none of its options',
  looksAt: 'variable',
  *check(variable, { form }, { pack }) {
    const { name, type, regex, path, json } = variable;
    if (regex === undefined || regex === '' || hasVariable(regex) || (type !== 'query' && type !== 'datasource'))
      return;
    if (pack?.roles.some((role) => role.variable === name) === true) return; // datasource/role-variable-regex
    const read = readGrafanaRegex(regex);
    if ('reason' in read || (type === 'query' && hasGroup(regex))) return; // what a group takes out need not match again
    const names = namesOf(variable);
    if (names.length === 0 || names.some((option) => matches(read, option) !== false)) return;
    yield {
      message: `the regular expression ${regex} of the variable "${name}" matches none of the values written with it, such as "${names[0]}"`,
      path: form === 'classic' && json['regex'] !== undefined ? [...path, 'regex'] : path,
      fix: 'correct the expression, or save the dashboard with values that it matches',
    };
  },
};

/** The names that Grafana matches: the options' texts, and a datasource's name. */
function namesOf({ json, type }: ReadVariable): readonly string[] {
  const options = listOf(json['options']).map(recordOf);
  const current = recordOf(json['current']);
  const written = type === 'datasource' && options.length === 0 ? [current] : options;
  return written
    .slice(0, most)
    .filter(({ value }) => value !== '$__all')
    .flatMap(({ text }) => textOf(text) ?? [])
    .filter((text) => text !== '' && !text.includes('$') && text !== 'default');
}

function hasGroup(regex: string): boolean {
  return /\((?!\?(?!<\w))/.test(regex.replaceAll(/\\./g, ''));
}
