import type { VisualDefaults } from '../panel/visualisation.js';
import type { CarriedLabels } from '../promql/analyze/labels.js';
import { valueType } from '../promql/analyze/value-type.js';
import type { Node } from '../promql/node.js';
import type { AnyQuery } from '../query/query.js';

/**
 * The only query of a panel, with the legend that follows from it where its author wrote none: the labels that its
 * aggregation keeps, in the order in which it names them. None follows where it is not certain what a series carries,
 * and in tables, which name columns. An author who wants Grafana's own names writes `legend: ''`.
 */
export function withLegend(query: AnyQuery, { labels, others }: CarriedLabels, defaults: VisualDefaults): AnyQuery {
  const format = query.settings.format ?? defaults.format;
  if (query.legend !== undefined || format !== 'time_series' || others) return query;
  const kept = keptBy(query.node).filter((label) => labels.has(label));
  // A label that the aggregation does not name was added by something else: no order is certain.
  if (kept.length === 0 || kept.length !== labels.size) return query;
  return { ...query, legend: kept.map((label) => `{{${label}}}`).join(' ') };
}

/** The labels that the aggregation of a query names, where nothing but functions and scalars stand around it. */
function keptBy(node: Node): readonly string[] {
  switch (node.kind) {
    case 'aggregate':
      if (node.grouping === undefined) return choosing.has(node.name) ? keptBy(node.expr) : [];
      return 'by' in node.grouping ? node.grouping.by : [];
    case 'call':
      return keptByOnly(node.args);
    case 'binary':
      return node.operator === 'and' || node.operator === 'unless'
        ? keptBy(node.left)
        : keptByOnly([node.left, node.right]);
    case 'unary':
      return keptBy(node.expr);
    default:
      return [];
  }
}

function keptByOnly(nodes: readonly Node[]): readonly string[] {
  const [vector, ...more] = nodes.filter((node) => valueType(node) === 'instant vector');
  return vector === undefined || more.length > 0 ? [] : keptBy(vector);
}

/** Aggregations that choose series and leave them as they are. */
const choosing: ReadonlySet<string> = new Set(['topk', 'bottomk', 'limitk', 'limit_ratio']);
