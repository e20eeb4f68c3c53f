import { hasVariable, variableName } from '../../../promql/grafana-variable.js';
import type { PanelCheck, Problem } from '../../check.js';
import { isOwnDatasource, targetDatasources } from '../../../document/find/datasource-uses.js';
import type { JsonPath } from '../../../document/json-path.js';
import type { DatasourceUse } from '../../../document/read-dashboard.js';

/**
 * Targets that name other datasources than their panel. Unless the panel is `-- Mixed --`, Grafana asks the panel's
 * datasource for all of them.
 */
export const mixedNotDeclared: PanelCheck = {
  id: 'datasource/mixed-not-declared',
  severity: 'error',
  summary: 'Targets with different datasources in a panel that is not mixed',
  looksAt: 'panel',
  *check(panel, dashboard) {
    if (dashboard.form !== 'classic' || isOwnDatasource(panel.datasource)) return; // in v2, every query names its own
    const uses = targetDatasources(panel).filter((use) => nameOf(use) !== undefined && !isOwnDatasource(use));
    const [first] = uses;
    const asked = nameOf(panel.datasource) === undefined ? first : panel.datasource;
    const other = uses.find((use) => asked !== undefined && nameOf(use) !== nameOf(asked));
    if (asked === undefined || other === undefined) return;
    const isMixed = new Set(uses.map(nameOf)).size > 1;
    yield isMixed ? mixed(asked, uses, panel.datasource.path) : stale(asked, other);
  },
};

function mixed(asked: DatasourceUse, uses: readonly DatasourceUse[], path: JsonPath): Problem {
  const names = [...new Set(uses.map(nameOf))].join(', ');
  const isChosen = [asked, ...uses].some(({ uid }) => uid !== undefined && hasVariable(uid));
  return {
    message: `the panel's targets name different datasources (${names}), but the panel is not mixed: Grafana asks ${nameOf(asked)} for all of them`,
    path,
    fix: 'make the panel mixed: "datasource": { "type": "datasource", "uid": "-- Mixed --" }',
    ...(isChosen ? { severity: 'warning' } : {}),
  };
}

function stale(asked: DatasourceUse, other: DatasourceUse): Problem {
  const isChosen = [asked, other].some(({ uid }) => uid !== undefined && hasVariable(uid));
  return {
    message: `the target names the datasource ${nameOf(other)}, but Grafana asks its panel's, ${nameOf(asked)}`,
    path: other.path,
    fix: 'name the same datasource in both, or leave it out of the target',
    severity: isChosen ? 'note' : 'warning',
  };
}

/** The name in a use, however a variable is written. None for a legacy name, which may be that of any uid. */
function nameOf({ uid, legacy }: DatasourceUse): string | undefined {
  if (uid === undefined || uid === '') return undefined;
  const variable = variableName(uid);
  if (variable !== undefined) return `\${${variable}}`;
  return legacy ? undefined : uid;
}
