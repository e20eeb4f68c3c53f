import { seriesName } from '../../promql/analyze/lookup.js';
import { walk, type Node } from '../../promql/node.js';
import type { Cause } from './cause.js';
import type { CauseContext } from './context.js';
import { valuesAsked } from './selectors.js';
import { targetCause } from './target-cause.js';

/**
 * Why a comparison lets no `up` through, as `up{job="web"} == 1` where web is down: that the target is down says more
 * than that no value is 1.
 *
 * @param compared what is compared, in which `up` may stand
 */
export async function downCause(compared: Node, context: CauseContext): Promise<Cause | undefined> {
  const jobs: string[] = [];
  walk(compared, (node) => {
    if (node.kind !== 'selector' || seriesName(node) !== 'up') return;
    const job = node.matchers.find(({ label }) => label === 'job');
    jobs.push(...(job === undefined ? [] : (valuesAsked(job) ?? [])));
  });
  for (const job of new Set(jobs)) {
    const cause = await targetCause(job, false, context);
    if (cause !== undefined) return cause;
  }
  return undefined;
}
