import type { ReturnedSeries } from '../proof/returned.js';

const label = /\{\{\s*(.+?)\s*\}\}/g;

/**
 * The name that Grafana's Prometheus datasource gives a series: the legend with the values of its labels, where a label
 * that is not there is nothing; without a legend, the series itself; undefined where Grafana names it by what differs.
 */
export function seriesName(
  legend: string | undefined,
  labels: ReturnedSeries['labels'],
  asked: string,
): string | undefined {
  if (legend === '__auto') return Object.keys(labels).length > 0 ? undefined : asked;
  if (legend !== undefined && legend !== '') return legend.replaceAll(label, (_, name: string) => labels[name] ?? '');
  const { __name__: metric = '', ...rest } = labels;
  const pairs = Object.entries(rest).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  const text = pairs.length === 0 && metric !== '' ? metric : `${metric}{${pairs.sort().join(', ')}}`;
  return text === '{}' ? asked : text;
}
