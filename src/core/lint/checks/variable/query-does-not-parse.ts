import { hasVariable } from '../../../promql/grafana-variable.js';
import { nearest } from '../../../text/nearest.js';
import type { VariableCheck } from '../../check.js';
import { parseQuery } from '../../../document/read/query.js';

/**
 * The functions that Grafana's Prometheus variables know; anything else it takes for a series.
 * Source: `metric_find_query.ts` in https://github.com/grafana/grafana/tree/main/packages/grafana-prometheus/src
 */
const functions =
  /^\s*(?:label_values\((?:[\s\S]+,)?\s*(?:"[^"]*"|[\w$:.{}[\]]+)\s*\)|label_names\([\s\S]*\)|metrics\([\s\S]+\)|query_result\([\s\S]+\))\s*$/;

const names = ['label_values', 'label_names', 'metrics', 'query_result'];

/** A variable whose query Prometheus refuses: its list stays empty. `promql/does-not-parse` looks at what is inside. */
export const queryDoesNotParse: VariableCheck = {
  id: 'variable/query-does-not-parse',
  severity: 'error',
  summary: 'A variable whose query is neither a function of Grafana nor a series',
  looksAt: 'variable',
  *check({ name, type, query, datasource, json, path }, { form }) {
    if (type !== 'query' || datasource.type !== 'prometheus' || query === undefined || query.trim() === '') return;
    if (functions.test(query) || hasVariable(query)) return;
    if (parseQuery(query).node?.kind === 'selector') return;
    const called = /^\s*(\w+)\s*\(/.exec(query)?.[1];
    const meant = called === undefined ? undefined : nearest(called, names);
    yield {
      message: `the query of the variable "${name}" is neither a function that Grafana knows nor a series${meant === undefined || meant === called ? '' : `: did you mean ${meant}?`}`,
      path: form === 'classic' && json['query'] !== undefined ? [...path, 'query'] : path,
      fix: 'write label_values(metric, label), label_names(), metrics(regex), query_result(query) or a series',
    };
  },
};
