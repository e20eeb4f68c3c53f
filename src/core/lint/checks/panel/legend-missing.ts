import { aggregationFacts, functionFacts } from '../../../promql/functions.js';
import type { Node } from '../../../promql/node.js';
import type { PanelCheck } from '../../check.js';
import { showsNumbers } from '../../facts/panel-kinds.js';
import { queryLabels } from '../../facts/query-labels.js';
import { isRecord, listOf, recordOf, textOf } from '../../read/values.js';
import type { JsonRecord, LintedPanel } from '../../subject.js';

/** Finds series that cannot be told apart, because nothing says how to name them. */
export const legendMissing: PanelCheck = {
  id: 'panel/legend-missing',
  severity: 'warning',
  summary: 'A query returns several series, and has no legend.',
  looksAt: 'panel',
  *check(panel, _dashboard, { catalog }) {
    if (!showsNumbers(panel) || isNamedOtherwise(panel) || !showsLegend(panel)) return;
    let bare = 0;
    for (const { node, legend = '', hidden, json, path } of panel.queries) {
      if (node === undefined || hidden || legend !== '' || isTabular(json)) continue;
      const carried = queryLabels(node, catalog).possible;
      const kept = (groupedBy(node) ?? []).filter((label) => carried.has(label) && label !== 'le');
      if (kept.length === 0) {
        bare += 1;
        continue;
      }
      yield {
        message: `the query returns a series for each ${kept.join(' and ')}, and has no legend: Grafana names each by its whole text`,
        path,
        fix: `set the legend to "${kept.map((label) => `{{${label}}}`).join(' ')}"`,
      };
    }
    if (bare < 2) return;
    yield {
      message: `${bare} queries of the panel have no legend: Grafana names each by its whole text`,
      path: panel.places.targets,
      fix: 'give each query a legend that tells it from the others',
    };
  },
};

/** Whether the answer to a query is a table or buckets, which have no legends. */
function isTabular({ format }: JsonRecord): boolean {
  return format === 'table' || format === 'heatmap';
}

/** The labels that the outermost aggregation of a query makes a series for each of. */
function groupedBy(node: Node): readonly string[] | undefined {
  switch (node.kind) {
    case 'aggregate':
      if (aggregationFacts(node.name)?.result === 'pick') return groupedBy(node.expr);
      return node.grouping !== undefined && 'by' in node.grouping ? node.grouping.by : undefined;
    case 'unary':
      return groupedBy(node.expr);
    case 'binary':
      return groupedBy(node.left) ?? groupedBy(node.right);
    case 'call': {
      const vector = functionFacts(node.name)?.args.findIndex((argument) => argument === 'vector') ?? -1;
      const argument = node.args[vector];
      return ['absent', 'scalar', 'vector'].includes(node.name) || argument === undefined
        ? undefined
        : groupedBy(argument);
    }
    default:
      return undefined;
  }
}

/** Whether a panel gives its series names in another way than by legends. */
function isNamedOtherwise({ fieldDefaults, overrides, transformations }: LintedPanel): boolean {
  if (transformations.length > 0 || (textOf(fieldDefaults['displayName']) ?? '') !== '') return true;
  return overrides.some((override) =>
    listOf(recordOf(override)['properties']).some((property) => isRecord(property) && property['id'] === 'displayName'),
  );
}

function showsLegend({ options, json }: LintedPanel): boolean {
  const legend = recordOf(options['legend']);
  return (
    legend['showLegend'] !== false && legend['displayMode'] !== 'hidden' && recordOf(json['legend'])['show'] !== false
  );
}
