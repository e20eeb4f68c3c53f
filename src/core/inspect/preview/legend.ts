import { legendLabels } from '../../document/find/legend.js';
import type { ReturnedSeries } from '../proof/returned.js';

/** Grafana finds a name itself: from the labels in which series differ. */
const automatic = '__auto';

/**
 * The name that Grafana's Prometheus datasource gives a series; undefined where Grafana finds one by its labels.
 *
 * @param legend with its variables filled in
 * @param expr as it was asked: the name of a series without any label
 */
export function seriesName(legend: string, labels: ReturnedSeries['labels'], expr: string): string | undefined {
  if (legend === automatic) return Object.keys(labels).length > 0 ? undefined : expr;
  const name = legend === '' ? describeSeries(labels) : fillLabels(legend, labels);
  return name === '{}' ? expr : name;
}

/** A text with the labels that it names, `{{route}}`, filled in. One that the series does not have is an empty text. */
export function fillLabels(text: string, labels: ReturnedSeries['labels']): string {
  return legendLabels(text).reduceRight(
    (before, { label, from, to }) => `${before.slice(0, from)}${labels[label] ?? ''}${before.slice(to)}`,
    text,
  );
}

function describeSeries({ __name__: name = '', ...labels }: ReturnedSeries['labels']): string {
  const pairs = Object.keys(labels)
    .toSorted()
    .map((label) => `${label}=${JSON.stringify(labels[label])}`);
  return name !== '' && pairs.length === 0 ? name : `${name}{${pairs.join(', ')}}`;
}
