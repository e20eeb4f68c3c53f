import { seriesName } from '../../../promql/analyze/lookup.js';
import { walk, type Node } from '../../../promql/node.js';
import type { QueryCheck } from '../../check.js';
import { checkOptions } from '../../options/check-options.js';
import { texts } from '../../options/option.js';
import { at } from '../../judge/known-problems.js';
import { selectorsIn } from '../../../document/find/series-in.js';

const options = checkOptions('house/counter-rate', {
  suffixes: texts(['_total'], 'what names of counters end in'),
  functions: texts(['rate', 'irate', 'increase'], 'the functions that a counter must stand in'),
});

/** A counter, by its name, outside of rate() and its like, in any panel: also where the count itself is meant. */
export const counterRate: QueryCheck = {
  id: 'house/counter-rate',
  severity: 'warning',
  summary: 'A counter, by its name, that does not stand in rate(), irate() or increase()',
  looksAt: 'query',
  isOff: true,
  options,
  *check(query, _dashboard, context) {
    if (query.owner !== 'panel' || query.node === undefined) return;
    const { suffixes, functions } = options.of(context);
    const inside = new Set<Node>();
    walk(query.node, (node) => {
      if (node.kind === 'call' && functions.includes(node.name)) for (const arg of node.args) inside.add(arg);
    });
    for (const selector of selectorsIn(query.node)) {
      const name = seriesName(selector) ?? '';
      if (inside.has(selector) || !suffixes.some((suffix) => name.endsWith(suffix))) continue;
      yield {
        message: `the house asks for ${functions.map((each) => `${each}()`).join(' or ')} of every counter: ${name} stands in none`,
        ...at(query, selector),
        fix: `write ${functions[0] ?? 'rate'}(${name}[$__rate_interval])`,
      };
    }
  },
};
