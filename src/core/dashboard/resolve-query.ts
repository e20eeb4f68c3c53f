import { analyse, type QueryAnalysis } from '../promql/problems/analyse.js';
import type { Lookup } from '../promql/analyze/lookup.js';
import { problemId } from '../promql/problems/problem-id.js';
import type { Node } from '../promql/node.js';
import { print } from '../promql/print.js';
import type { DatasourceRef } from '../panel/context.js';
import { datasourceOf, type Environment } from './datasource-ref.js';
import type { QueryFacts } from './facts.js';

/** A query with its datasource and its meaning. */
export interface ResolvedQuery {
  readonly ref: DatasourceRef;
  readonly analysis: QueryAnalysis;
  readonly facts: Omit<QueryFacts, 'refId'>;
}

/** Takes what is wrong with a query: the id of the check and a sentence. */
export type Report = (id: string, message: string) => void;

/** Where nothing is known: the build stops with a finding before this is written. */
const nowhere: DatasourceRef = { type: 'prometheus', uid: '' };

/** Checks a query against the catalog and finds its datasource. `report` gets what is wrong. */
export function resolveQuery(node: Node, environment: Environment, lookup: Lookup, report: Report): ResolvedQuery {
  const analysis = analyse(node, lookup);
  for (const problem of analysis.problems) report(problemId(problem), problem.message);
  for (const name of analysis.strangers) {
    report(
      'catalog/metric-not-in-pack',
      `${name} is declared, but not by this pack: list its module in the pack's metrics`,
    );
  }
  reportClaim(node, analysis, report);
  const [role = ''] = analysis.roles;
  const ref = role === '' ? undefined : datasourceOf(role, environment);
  if (role === '') {
    if (analysis.problems.length === 0) {
      report('datasource/no-role', 'this query has no metric that says its role: name it, as in vector(1, LOCAL)');
    }
  } else if (!environment.roles.some(({ name }) => name === role)) {
    // A role that the pack has and does not bind is a finding of the pack.
    report('datasource/unknown-role', `role ${role} is not one of the pack's roles: add it to roles and bind it`);
  }
  const { series, families, variables } = analysis;
  return {
    ref: ref ?? nowhere,
    analysis,
    facts: { expr: print(node), node, role, datasource: ref?.uid ?? '', series, families, variables },
  };
}

/** A template claims labels: the analysis must find each of them. */
function reportClaim(node: Node, { carried }: QueryAnalysis, report: Report): void {
  for (const label of node.carries ?? []) {
    if (carried.labels.has(label) || carried.others) continue;
    const list = [...carried.labels].join(', ') || 'no label';
    report(
      'promql/false-claim',
      `the template claims to carry "${label}", but its result carries ${list}: keep the label in the query, or do not claim it`,
    );
  }
}
