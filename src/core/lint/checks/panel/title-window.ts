import { durationSeconds } from '../../../promql/duration.js';
import { walk } from '../../../promql/node.js';
import type { PanelCheck } from '../../check.js';
import { windowInTitle } from '../../judge/window-in-title.js';
import { recordOf, textOf } from '../../../document/read/values.js';
import type { ReadDashboard, ReadPanel } from '../../../document/read-dashboard.js';

/** Finds titles that say another window than the queries ask. */
export const titleWindow: PanelCheck = {
  id: 'panel/title-window',
  severity: 'warning',
  summary: 'The title of a panel says another window than its queries have.',
  looksAt: 'panel',
  *check(panel, dashboard) {
    const said = windowInTitle(panel.title);
    const asked = said === undefined ? undefined : windowsOf(panel);
    if (said === undefined || asked === undefined || asked.size === 0 || asked.has(said.seconds)) return;
    if (secondsOf(textOf(panel.json['timeFrom'])) === said.seconds) return;
    const windows = [...asked.values()].join(' and ');
    const isRange = said.fromNow && secondsOf(rangeOf(dashboard)) === said.seconds;
    yield {
      message: isRange
        ? `the title says "${said.words}", which is the time range of the dashboard only until a viewer chooses another`
        : `the title says "${said.words}", and the window of the query is ${windows}`,
      path: panel.places.title,
      fix: isRange
        ? 'set "timeFrom" of the panel, or leave the range out of the title'
        : `write ${windows} in the title, or the window of the title in the query`,
      ...(isRange && { severity: 'note' as const }),
    };
  },
};

/** The windows of the queries of a panel, by their seconds; undefined where a variable is among them. */
function windowsOf({ queries }: ReadPanel): ReadonlyMap<number, string> | undefined {
  const found = new Map<number, string>();
  let isCertain = true;
  for (const { node, hidden } of queries) {
    if (node === undefined) return undefined;
    if (hidden) continue;
    walk(node, (inner) => {
      const range = inner.kind === 'selector' || inner.kind === 'subquery' ? inner.range : undefined;
      if (range === undefined) return;
      const seconds = durationSeconds(range);
      if (seconds === undefined) isCertain = false;
      else found.set(seconds, range);
    });
  }
  return isCertain ? found : undefined;
}

/** The seconds of a duration such as `30m`, or of a time range up to now. */
function secondsOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : durationSeconds(text.trim().replace(/^now-/, ''));
}

function rangeOf({ json }: ReadDashboard): string | undefined {
  const time = recordOf(json['time']);
  return time['to'] === 'now' ? textOf(time['from']) : undefined;
}
