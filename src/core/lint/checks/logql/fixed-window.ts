import { durationSeconds } from '../../../promql/duration.js';
import type { PanelCheck } from '../../check.js';
import { logqlBrackets, logqlTargets } from '../../../document/find/logql-targets.js';

/** A LogQL query over a window of fixed length: `$__auto` follows the zoom of a graph, and the range of a single value. */
export const fixedWindow: PanelCheck = {
  id: 'logql/fixed-window',
  severity: 'note',
  summary: 'A LogQL query over a fixed window where $__auto belongs',
  looksAt: 'panel',
  *check(panel, dashboard) {
    for (const { expr, refId, path } of logqlTargets(panel, dashboard)) {
      const window = windowsIn(expr).find((each) => durationSeconds(each) !== undefined);
      if (window === undefined || panel.title.includes(window) || panel.description?.includes(window) === true)
        continue;
      yield {
        message: `query ${refId} is over a fixed window of ${window}: a viewer who zooms sees gaps, or counts lines twice`,
        path,
        fix: 'write $__auto, or name the window in the title if it is meant',
      };
    }
  },
};

function windowsIn(expr: string): readonly string[] {
  const { brackets } = logqlBrackets(expr);
  return brackets.flatMap(({ text, at }, index) => {
    const end = brackets[index + 1];
    return text === '[' && end?.text === ']' ? [expr.slice(at + 1, end.at).trim()] : [];
  });
}
