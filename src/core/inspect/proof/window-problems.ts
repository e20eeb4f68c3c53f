import { durationSeconds } from '../../promql/duration.js';
import { seriesOf, type Lookup } from '../../promql/analyze/lookup.js';
import { windowsUsed } from '../../promql/analyze/windows.js';
import type { Node } from '../../promql/node.js';

/** A rate needs two samples; with three intervals in its window it has them, however late a scrape is. */
const leastIntervals = 3;

/**
 * The problems of the windows of a query as it was asked: fewer than three intervals of what fills them.
 *
 * @param usual the interval of what no producer of the catalog exports, in seconds
 */
export function windowProblems(node: Node, lookup: Lookup | undefined, usual: number): readonly string[] {
  return windowsUsed(node).flatMap(({ kind, node: around, text, seconds }) => {
    if (kind !== 'range' || seconds === undefined || around.kind !== 'selector') return [];
    const producers = (lookup === undefined ? undefined : seriesOf(around, lookup)?.family.producers) ?? [];
    const intervals = producers.map(({ scrapeInterval }) => durationSeconds(scrapeInterval) ?? usual);
    const interval = intervals.length === 0 ? usual : Math.max(...intervals);
    if (seconds >= leastIntervals * interval) return [];
    return [`the window [${text}] holds fewer than ${leastIntervals} intervals of ${interval} s`];
  });
}
