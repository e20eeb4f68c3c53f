import { panelTypeOf } from '../../model/panel-types.js';
import { isLiteralLegend, legendLabels } from '../../document/find/legend.js';
import type { ReadPanel, ReadQuery } from '../../document/read-dashboard.js';
import type { ReturnedSeries } from './returned.js';

/** The problems of the labels that came back: a legend names one that is not there, or leaves series alike. */
export function legendProblems(
  { type }: Pick<ReadPanel, 'type'>,
  { legend, json }: Pick<ReadQuery, 'legend' | 'json'>,
  series: readonly ReturnedSeries[],
): readonly string[] {
  if (legend === undefined || legend === '' || legend === '__auto') return [];
  if (panelTypeOf(type)?.legend === false || json['format'] === 'table') return [];
  const named = legendLabels(legend).map(({ label }) => label);
  const missing = named.filter((label) => series.some(({ labels }) => (labels[label] ?? '') === ''));
  if (missing.length > 0) {
    return missing.map((label) => `the legend names the label ${label}, which is not among those that came back`);
  }
  const names = series.map(({ labels }) => named.map((label) => labels[label]).join('\0'));
  const isAlike = new Set(names).size < names.length;
  if (!isAlike || (named.length === 0 && !isLiteralLegend(legend))) return [];
  return [`${series.length} series came back, and the legend ${JSON.stringify(legend)} does not tell them apart`];
}
