import { seriesName } from '../../promql/analyze/lookup.js';
import { walk, type Node } from '../../promql/node.js';
import type { QueryServer } from '../ask/server.js';
import { bare } from '../cause/selectors.js';
import type { TimeRange } from '../interpolate/time-range.js';

/** Series that are there only while an alert has something to say. */
const alertSeries: ReadonlySet<string> = new Set(['ALERTS', 'ALERTS_FOR_STATE']);

/**
 * The selectors of a query that find nothing, as they are written: behind an `or`, a 0 that is filled in, or a condition
 * that never holds, nobody would see it.
 */
export async function unseenParts(node: Node, server: QueryServer, range: TimeRange): Promise<readonly string[]> {
  const selectors = new Set<string>();
  walk(node, (inner) => {
    if (inner.kind === 'selector' && !alertSeries.has(seriesName(inner) ?? '')) selectors.add(bare(inner));
  });
  const unseen: string[] = [];
  for (const selector of selectors) if (!(await server.has(selector, range))) unseen.push(selector);
  return unseen;
}
