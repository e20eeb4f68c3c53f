import type { JsonPath } from '../../document/json-path.js';
import type { ReadDashboard, ReadPanel, ReadQuery } from '../../document/read-dashboard.js';

/** The things at a place of a dashboard. */
export interface Standing {
  /** The panel that the place is in. */
  readonly panel: ReadPanel | undefined;
  /** The query whose text the place is. */
  readonly query: ReadQuery | undefined;
}

const known = new WeakMap<ReadDashboard, ReadonlyMap<string, ReadPanel>>();

/** The panel that a place is in, and the query whose text it is. The innermost panel, where rows hold panels. */
export function standingAt(dashboard: ReadDashboard, path: JsonPath): Standing {
  let panels = known.get(dashboard);
  if (panels === undefined) {
    panels = new Map(dashboard.panels.map((panel) => [keyOf(panel.path), panel]));
    known.set(dashboard, panels);
  }
  let panel: ReadPanel | undefined;
  for (let length = path.length; length > dashboard.path.length && panel === undefined; length -= 1)
    panel = panels.get(keyOf(path.slice(0, length)));
  const key = keyOf(path);
  return { panel, query: panel?.queries.find(({ exprPath }) => keyOf(exprPath) === key) };
}

function keyOf(path: JsonPath): string {
  return JSON.stringify(path);
}
