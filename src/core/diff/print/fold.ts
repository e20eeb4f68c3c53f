import type { Change, Comparison, DashboardChange, PanelChange } from '../change.js';

/** Changes that many places have alike. */
export interface SharedChange {
  readonly changes: readonly Change[];
  /** Where it is: dashboards with the titles of their panels; no panels where it is one of the dashboard itself. */
  readonly places: readonly { readonly dashboard: DashboardChange; readonly panels: readonly string[] }[];
}

/** A comparison in which what many places have alike is said once. */
export interface Folded {
  readonly shared: readonly SharedChange[];
  /** The rest: dashboards and panels in which nothing is left are not in it. */
  readonly rest: Comparison;
}

/** So many places make a change worth saying once. */
const manyPlaces = 4;

/** Takes the changes out of their panels and dashboards that at least four places have alike. */
export function foldShared(comparison: Comparison): Folded {
  const counts = new Map<string, number>();
  const note = (change: Change): void => void counts.set(keyOf(change), (counts.get(keyOf(change)) ?? 0) + 1);
  for (const { changes, panels } of comparison.dashboards) {
    for (const change of changes) note(change);
    for (const panel of panels) if (panel.state === 'changed') for (const change of panel.changes) note(change);
  }
  const isShared = (change: Change): boolean => (counts.get(keyOf(change)) ?? 0) >= manyPlaces;
  const shared = new Map<string, { readonly change: Change; readonly places: Map<DashboardChange, string[]> }>();
  const take = (change: Change, dashboard: DashboardChange, panel?: PanelChange): void => {
    const entry = shared.get(keyOf(change)) ?? { change, places: new Map<DashboardChange, string[]>() };
    shared.set(keyOf(change), entry);
    const titles = entry.places.get(dashboard) ?? [];
    entry.places.set(dashboard, panel === undefined ? titles : [...titles, panel.title]);
  };
  const dashboards = comparison.dashboards.map((dashboard) => {
    for (const change of dashboard.changes) if (isShared(change)) take(change, dashboard);
    const panels = dashboard.panels.flatMap((panel): readonly PanelChange[] => {
      if (panel.state !== 'changed') return [panel];
      for (const change of panel.changes) if (isShared(change)) take(change, dashboard, panel);
      const changes = panel.changes.filter((change) => !isShared(change));
      return changes.length === 0 ? [] : [{ ...panel, changes }];
    });
    return { ...dashboard, panels, changes: dashboard.changes.filter((change) => !isShared(change)) };
  });
  return {
    shared: byPlaces([...shared.values()]),
    rest: { ...comparison, dashboards: dashboards.filter((each, index) => isLeft(each, comparison.dashboards[index])) },
  };
}

/** Changes in the same places are said together. */
function byPlaces(
  shared: readonly { readonly change: Change; readonly places: ReadonlyMap<DashboardChange, readonly string[]> }[],
): readonly SharedChange[] {
  const groups = new Map<string, { readonly changes: Change[]; readonly places: SharedChange['places'] }>();
  for (const { change, places } of shared) {
    const listed = [...places].map(([dashboard, panels]) => ({ dashboard, panels }));
    const key = JSON.stringify(listed.map(({ dashboard, panels }) => [dashboard.file, dashboard.title, panels]));
    const group = groups.get(key) ?? { changes: [], places: listed };
    groups.set(key, group);
    group.changes.push(change);
  }
  return [...groups.values()];
}

/** True where something of a dashboard was not said elsewhere. */
function isLeft(rest: DashboardChange, whole: DashboardChange | undefined): boolean {
  if (rest.state !== 'changed') return true;
  const { changes, panels, moves, quiet } = rest;
  return changes.length + panels.length + moves.length + quiet.length > 0 || whole === undefined;
}

function keyOf({ kind, label, before, after, details }: Change): string {
  return JSON.stringify([kind, label, before, after, details]);
}
