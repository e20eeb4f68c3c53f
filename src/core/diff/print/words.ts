import type { DashboardChange, Move, PanelChange, QuietChange } from '../change.js';
import { nameFew } from '../value/lists.js';
import type { SharedChange } from './fold.js';

const signs = { added: '+', removed: '-', changed: ' ' } as const;

/** A panel in words: `+ panel "Rejects" (stat, in the row "Alerts")`. */
export function panelWords({ state, title, type, row }: PanelChange): string {
  const where = row === undefined || row === '' ? '' : `, in the row ${JSON.stringify(row)}`;
  return `${signs[state]} panel ${JSON.stringify(title)} (${type}${where})`;
}

/** The number of places that have something alike: `in 61 panels of 12 dashboards`. */
export function placesWords({ places }: SharedChange): string {
  const panels = places.reduce((sum, each) => sum + each.panels.length, 0);
  const dashboards = plural(places.length, 'dashboard');
  return panels === 0 ? `in ${dashboards}` : `in ${plural(panels, 'panel')} of ${dashboards}`;
}

/** Where it is in one dashboard: `"Web": "Requests", "Errors" and 3 more`. */
export function placeWords({ dashboard, panels }: SharedChange['places'][number]): string {
  const title = JSON.stringify(dashboard.title);
  return panels.length === 0 ? title : `${title}: ${nameFew(panels)}`;
}

/** A dashboard in words: `dashboard "Web" (web)`. */
export function dashboardWords({ title, uid, state, counts }: DashboardChange): string {
  const name = `dashboard ${JSON.stringify(title)}${uid === undefined ? '' : ` (${uid})`}`;
  if (state === 'changed') return name;
  const { panels, rows } = counts;
  return `${name} ${state}: ${plural(panels, 'panel')}${rows === 0 ? '' : ` in ${plural(rows, 'row')}`}`;
}

/** A move in words: `12 panels moved down by 4: "A", "B", …`. */
export function moveWords({ how, panels, rows }: Move): string {
  const counts = [
    ...(panels.length === 0 ? [] : [plural(panels.length, 'panel')]),
    ...(rows.length === 0 ? [] : [plural(rows.length, 'row')]),
  ].join(' and ');
  return `${counts} ${how}: ${nameFew([...panels, ...rows])}`;
}

/** The changes that no viewer sees, in one line; undefined where nothing did. */
export function quietWords(quiet: readonly QuietChange[]): string | undefined {
  if (quiet.length === 0) return undefined;
  const each = quiet.map(({ what, count }) => (count === 1 ? what : `${what} (${count}×)`));
  return `also changed, which no viewer sees: ${each.join(', ')}`;
}

/** A number of things: `1 panel`, `2 panels`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
