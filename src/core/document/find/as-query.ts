import type { ReadDashboard, ReadQuery } from '../read-dashboard.js';
import type { ReadRule, ReadRuleFile } from '../read-rule-file.js';

const queries = new WeakMap<ReadRule, ReadQuery>();
const dashboards = new WeakMap<ReadRuleFile, ReadDashboard>();

/** The expression of a rule, as checks of queries look at it: an instant query of nobody's panel. */
export function asQuery(rule: ReadRule): ReadQuery {
  let query = queries.get(rule);
  if (query === undefined) {
    const { expr, node, error, json, path, exprPath } = rule;
    const datasource = { uid: undefined, type: 'prometheus', legacy: false, inherited: true, path };
    query = {
      owner: 'rule',
      panel: undefined,
      refId: undefined,
      expr,
      node,
      error,
      datasource,
      legend: undefined,
      instant: true,
      range: false,
      hidden: false,
      json,
      path,
      exprPath,
      exprFrom: 0,
    };
    queries.set(rule, query);
  }
  return query;
}

/** A rule file, as checks of queries look at what is around them: a dashboard with queries, but nothing else. */
export function asDashboard(file: ReadRuleFile): ReadDashboard {
  let dashboard = dashboards.get(file);
  if (dashboard === undefined) {
    const { path, rules, unread } = file;
    dashboard = {
      form: 'library',
      uid: undefined,
      title: '',
      schemaVersion: undefined,
      panels: [],
      rows: [],
      variables: [],
      annotations: [],
      links: [],
      queries: rules.map(asQuery),
      unread,
      json: {},
      path,
    };
    dashboards.set(file, dashboard);
  }
  return dashboard;
}
