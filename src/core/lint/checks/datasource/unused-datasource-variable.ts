import type { VariableCheck } from '../../check.js';
import { variableUses } from '../../../document/find/variable-uses.js';
import { hasUnknownPanels } from '../../../document/find/unknown-panels.js';

/** A visible drop-down of datasources that nothing follows: a viewer who changes it believes to see another server. */
export const unusedDatasourceVariable: VariableCheck = {
  id: 'datasource/unused-datasource-variable',
  severity: 'warning',
  summary: 'A visible drop-down of datasources that nothing in the dashboard follows',
  looksAt: 'variable',
  *check({ name, type, hide, path }, dashboard, { pack }) {
    if (type !== 'datasource' || hide === 2 || name === '') return;
    const isRole = pack?.roles.some(({ variable }) => variable === name) === true;
    if (isRole || variableUses(dashboard).has(name) || hasUnknownPanels(dashboard)) return;
    yield {
      message: `viewers can choose a datasource in "${name}", but nothing in the dashboard follows it`,
      path,
      fix: `remove the variable, or let panels ask \${${name}}`,
    };
  },
};
