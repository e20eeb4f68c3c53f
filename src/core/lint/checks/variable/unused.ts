import type { VariableCheck } from '../../check.js';
import { hasUnknownPanels } from '../../../document/find/unknown-panels.js';
import { variableUses } from '../../../document/find/variable-uses.js';
import type { ReadDashboard } from '../../../document/read-dashboard.js';

/** Types of variables that act without being named, or that another check looks at. */
const actByThemselves = new Set(['adhoc', 'groupby', 'system', 'snapshot']);

/** A variable that nothing uses: a drop-down without effect, and a query on every load. */
export const unused: VariableCheck = {
  id: 'variable/unused',
  severity: 'warning',
  summary: 'A variable that nothing in the dashboard uses',
  looksAt: 'variable',
  *check({ name, type, hide, path }, dashboard, { pack }) {
    if (name === '' || actByThemselves.has(type)) return;
    const isRole = pack?.roles.some(({ variable }) => variable === name) === true || name.startsWith('DS_');
    // datasource/unused-datasource-variable looks at those that viewers see.
    if (type === 'datasource' && (isRole || hide !== 2)) return;
    if (variableUses(dashboard).has(name) || hasUnknownPanels(dashboard)) return;
    const isHandedOn = handsVariablesOn(dashboard);
    yield {
      message: isHandedOn
        ? `nothing in the dashboard uses the variable "${name}": only links hand it on`
        : `nothing in the dashboard uses the variable "${name}"`,
      path,
      ...(isHandedOn ? { severity: 'note' } : {}),
      fix: `remove it, or use it: $${name}`,
    };
  },
};

function handsVariablesOn(dashboard: ReadDashboard): boolean {
  return dashboard.links.some(({ includeVars }) => includeVars) || variableUses(dashboard).has('__all_variables');
}
