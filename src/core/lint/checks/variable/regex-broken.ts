import { hasVariable } from '../../../promql/grafana-variable.js';
import type { VariableCheck } from '../../check.js';
import { readGrafanaRegex } from '../../../document/find/grafana-regex.js';

/** A regular expression of a variable that is none: Grafana shows an error in place of the list. */
export const regexBroken: VariableCheck = {
  id: 'variable/regex-broken',
  severity: 'error',
  summary: 'A regular expression of a variable that is not one',
  looksAt: 'variable',
  *check({ name, type, regex, path, json }, { form }) {
    if (regex === undefined || regex === '' || hasVariable(regex)) return;
    if (type !== 'query' && type !== 'datasource') return;
    const read = readGrafanaRegex(regex);
    if (!('reason' in read)) return;
    yield {
      message: `the regular expression ${regex} of the variable "${name}" is not one: ${read.reason}`,
      path: form === 'classic' && json['regex'] !== undefined ? [...path, 'regex'] : path,
      fix: 'write /…/ around a JavaScript regular expression',
    };
  },
};
