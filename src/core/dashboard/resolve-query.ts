import type { Lookup } from '../promql/analyze/lookup.js';
import { seriesUsed } from '../promql/analyze/metrics.js';
import { problems } from '../promql/analyze/problems.js';
import { rolesAsked } from '../promql/analyze/roles.js';
import { carriedLabels } from '../promql/analyze/labels.js';
import { variablesUsed } from '../promql/analyze/variables.js';
import type { Node } from '../promql/node.js';
import { print } from '../promql/print.js';
import { datasourceOf, type DatasourceRef, type Environment } from './datasource-ref.js';
import type { QueryFacts } from './facts.js';

/** A query with its datasource. */
export interface ResolvedQuery {
  readonly ref: DatasourceRef;
  readonly facts: Omit<QueryFacts, 'refId'>;
}

/** Where nothing is known: Grafana shows an error there, and the build has already stopped with a finding. */
const nowhere: DatasourceRef = { type: 'prometheus', uid: '' };

/** Checks a query against the catalog and finds its datasource. `report` gets what is wrong. */
export function resolveQuery(
  node: Node,
  environment: Environment,
  lookup: Lookup,
  report: (id: string, message: string) => void,
): ResolvedQuery {
  for (const message of problems(node, lookup)) report('promql/invalid-query', message);
  const roles = [...rolesAsked(node, lookup)];
  const [role] = roles;
  const names = new Set<string>();
  const families = new Set<string>();
  for (const { family, metric } of seriesUsed(node, lookup)) {
    if (metric !== undefined) names.add(metric);
    if (family === undefined) continue;
    families.add(family.name);
    if (metric !== undefined && lookup(metric) === undefined) {
      report('catalog/metric-not-in-pack', `${family.name} is declared, but not by this pack: list its module in the pack's metrics`);
    }
  }
  if (role === undefined) report('datasource/no-role', 'this query has no metric that says its role: name it, as in vector(1, LOCAL)');
  const ref = role === undefined ? undefined : datasourceOf(role, environment);
  if (role !== undefined && ref === undefined) {
    report('datasource/role-not-bound', `role ${role} has no datasource: bind it in the pack's bindings`);
  }
  reportClaim(node, lookup, report);
  return {
    ref: ref ?? nowhere,
    facts: {
      expr: print(node),
      role: role ?? '',
      datasource: ref?.uid ?? '',
      series: [...names],
      families: [...families],
      variables: [...variablesUsed(node)],
    },
  };
}

/** A template claims labels: the analysis must find each of them. */
function reportClaim(node: Node, lookup: Lookup, report: (id: string, message: string) => void): void {
  if (node.carries === undefined) return;
  const { labels, others } = carriedLabels(node, lookup);
  for (const label of node.carries) {
    if (!labels.has(label) && !others) report('promql/false-claim', `the template claims to carry "${label}", but its result carries ${[...labels].join(', ') || 'no label'}`);
  }
}
