import type { MetricFamily } from '../../../model/metric.js';
import { seriesOf } from '../../../promql/analyze/lookup.js';
import type { QueryCheck } from '../../check.js';
import { at, lookupOf } from '../../judge/known-problems.js';
import { selectorsIn } from '../../../document/find/series-in.js';

/** A metric that is declared as missing: whoever should export it does not yet, so that nothing can be shown. */
export const waitingForProducer: QueryCheck = {
  id: 'promql/waiting-for-producer',
  severity: 'note',
  summary: 'A metric that nobody exports yet',
  looksAt: 'query',
  *check(query, _, context) {
    if (query.node === undefined || context.catalog === undefined) return;
    const told = new Set<MetricFamily>();
    for (const selector of selectorsIn(query.node)) {
      const family = seriesOf(selector, lookupOf(context))?.family;
      if (family?.missing === undefined || told.has(family)) continue;
      told.add(family);
      const { job } = family.missing.producer;
      yield {
        message: `nobody exports ${family.name} yet: it is waiting for ${job}`,
        ...at(query, selector),
        fix: `let ${job} export it, and declare it with producer instead of missing`,
      };
    }
  },
};
