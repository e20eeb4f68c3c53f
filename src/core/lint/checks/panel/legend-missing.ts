import { aggregationFacts, functionFacts } from '../../../promql/functions.js';
import type { Node } from '../../../promql/node.js';
import type { Lookup } from '../../../promql/analyze/lookup.js';
import type { PanelCheck, Problem } from '../../check.js';
import { differingLabels } from '../../judge/differing-labels.js';
import { isLiteralLegend } from '../../../document/find/legend.js';
import { showsNumbers } from '../../judge/panel-kinds.js';
import { queryLabels } from '../../judge/query-labels.js';
import { isRecord, listOf, recordOf, textOf } from '../../../document/read/values.js';
import type { JsonObject } from '../../../model/json.js';
import type { ReadPanel } from '../../../document/read-dashboard.js';
import { checkOptions } from '../../options/check-options.js';
import { wholeNumber } from '../../options/option.js';

const options = checkOptions('panel/legend-missing', {
  queries: wholeNumber(
    2,
    'from how many queries without a legend on they are told, where nothing says that one returns several series',
    1,
  ),
});

/** Finds series that cannot be told apart, because nothing says how to name them, or all have one name. */
export const legendMissing: PanelCheck = {
  id: 'panel/legend-missing',
  severity: 'warning',
  summary: 'A query returns several series, and has no legend, or one name for all of them.',
  options,
  looksAt: 'panel',
  *check(panel, _dashboard, context) {
    const { catalog } = context;
    if (!showsNumbers(panel) || isNamedOtherwise(panel) || !showsLegend(panel)) return;
    let bare = 0;
    yield* oneName(panel, catalog);
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
    if (bare < options.of(context).queries) return;
    yield {
      message: `${bare === 1 ? '1 query of the panel has' : `${bare} queries of the panel have`} no legend: Grafana names each by its whole text`,
      path: panel.places.targets,
      fix: 'give each query a legend that tells it from the others',
    };
  },
};

/** One name for series that an aggregation keeps apart, or that a metric of the catalog has for each target. */
function* oneName({ queries }: ReadPanel, catalog: Lookup | undefined): Generator<Problem> {
  const found = queries.flatMap(({ node, legend, hidden, json, path }) => {
    if (node === undefined || hidden || isTabular(json) || !isLiteralLegend(legend)) return [];
    const { labels, others } = differingLabels(node, catalog);
    const grouping = groupedBy(node);
    if (grouping === undefined && (others || catalog === undefined)) return [];
    const kept = labels.filter((label) => label !== 'le' && (grouping === undefined || grouping.includes(label)));
    return kept.length === 0 ? [] : [{ legend, kept, path, isGrouped: grouping !== undefined }];
  });
  const [first] = found;
  if (first === undefined) return;
  const { legend, kept, path, isGrouped } = first;
  const more = found.length === 1 ? '' : `, and so do ${found.length - 1} more legends`;
  yield {
    message: `the legend names every series "${legend}", and the query returns one for each ${kept.join(' and ')}${more}`,
    path: [...path, 'legendFormat'],
    fix: `name the series by ${kept.map((label) => `{{${label}}}`).join(' ')}, or aggregate them to one`,
    // There may be one target only.
    ...(isGrouped ? {} : { severity: 'note' }),
  };
}

/** True where the answer to a query is a table or buckets, which have no legends. */
function isTabular({ format }: JsonObject): boolean {
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

/** True where a panel gives its series names in another way than by legends. */
function isNamedOtherwise({ fieldDefaults, overrides, transformations }: ReadPanel): boolean {
  if (transformations.length > 0 || (textOf(fieldDefaults['displayName']) ?? '') !== '') return true;
  return overrides.some((override) =>
    listOf(recordOf(override)['properties']).some((property) => isRecord(property) && property['id'] === 'displayName'),
  );
}

function showsLegend({ options: shown, json }: ReadPanel): boolean {
  const legend = recordOf(shown['legend']);
  return (
    legend['showLegend'] !== false && legend['displayMode'] !== 'hidden' && recordOf(json['legend'])['show'] !== false
  );
}
