import { variableName } from '../../../promql/grafana-variable.js';
import type { QueryCheck } from '../../check.js';
import { checkOptions } from '../../options/check-options.js';
import { texts } from '../../options/option.js';
import { at } from '../../judge/known-problems.js';
import { windowsIn } from '../../../document/find/windows-in.js';

const options = checkOptions('house/rate-interval', {
  functions: texts(['rate', 'irate', 'increase'], 'the functions whose windows are looked at'),
  windows: texts(['$__rate_interval'], 'the windows that the house allows'),
});

/** A rate over another window than `$__rate_interval`, in any panel: also where the window is meant. */
export const rateInterval: QueryCheck = {
  id: 'house/rate-interval',
  severity: 'warning',
  summary: 'A rate over another window than $__rate_interval',
  looksAt: 'query',
  isOff: true,
  options,
  *check(query, _dashboard, context) {
    if (query.owner !== 'panel' || query.node === undefined) return;
    const { functions, windows } = options.of(context);
    const variables = new Set(windows.flatMap((window) => variableName(window) ?? []));
    for (const { call, selector } of windowsIn(query.node)) {
      const { range } = selector;
      if (!functions.includes(call.name) || windows.includes(range) || variables.has(variableName(range) ?? ''))
        continue;
      yield {
        message: `the house asks for ${call.name}() over ${windows.join(' or ')}: here it is over ${range}`,
        ...at(query, call),
        fix: `write [${windows[0] ?? range}]`,
      };
    }
  },
};
