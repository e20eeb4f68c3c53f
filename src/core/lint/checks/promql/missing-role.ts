import { variableName } from '../../../promql/grafana-variable.js';
import { seriesName } from '../../../promql/analyze/lookup.js';
import type { LintPack, QueryCheck } from '../../check.js';
import { at, knownProblems } from '../../judge/known-problems.js';
import type { DatasourceUse } from '../../../document/read-dashboard.js';

/**
 * A series that every Prometheus has, asked of what a viewer or Grafana chooses: whose is it? A datasource that is
 * named, but not the pack's, is a problem of its own, and a rule asks the server that loads it.
 */
export const missingRole: QueryCheck = {
  id: 'promql/missing-role',
  severity: 'warning',
  summary: 'A series of every Prometheus, without a role that is asked',
  looksAt: 'query',
  *check(query, _, context) {
    const { pack } = context;
    if (pack === undefined || query.owner === 'rule' || !isChosenElsewhere(query.datasource, pack)) return;
    const [first] = knownProblems(query, context, 'missing-role');
    if (first?.node.kind !== 'selector') return;
    yield {
      message: `${seriesName(first.node)} exists on every Prometheus, and ${written(query.datasource)} is not a role: nobody knows whose it is`,
      ...at(query, first.node),
      fix: `ask a role: ${pack.roles.map(({ variable }) => `\${${variable}}`).join(', ')}`,
    };
  },
};

/** True where a drop-down, or the default of a Grafana, decides which datasource is asked. */
function isChosenElsewhere({ uid }: DatasourceUse, { roles }: LintPack): boolean {
  if (uid === undefined) return true;
  const variable = variableName(uid);
  return variable !== undefined && !roles.some((role) => role.variable === variable);
}

function written({ uid }: DatasourceUse): string {
  return uid === undefined ? 'the default datasource' : `"${uid}"`;
}
