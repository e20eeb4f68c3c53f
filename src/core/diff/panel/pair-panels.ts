import type { ReadPanel } from '../../document/read-dashboard.js';
import { pair, type Pairs } from '../pair/pair.js';
import { targetsOf } from '../query/targets.js';

/**
 * Pairs the panels of two versions of a dashboard: by id, where title, type or queries say that it is still the same one;
 * then by title and queries, by queries, by title, and at last by place.
 */
export function pairPanels(before: readonly ReadPanel[], after: readonly ReadPanel[]): Pairs<ReadPanel> {
  const earlier = new Map(before.map((panel) => [panel.id, panel]));
  const later = new Map(after.map((panel) => [panel.id, panel]));
  const isKept = (id: number): boolean => {
    const [left, right] = [earlier.get(id), later.get(id)];
    return left !== undefined && right !== undefined && isPlausible(left, right);
  };
  return pair(before, after, [
    ({ id, title }) => (id === undefined ? undefined : `${id} ${title}`),
    ({ id }) => (id !== undefined && isKept(id) ? `${id}` : undefined),
    (panel) => `${panel.type}\0${panel.title}\0${asked(panel)}`,
    (panel) => (asked(panel) === '' ? undefined : `${panel.type}\0${asked(panel)}`),
    ({ title, type }) => (title === '' ? undefined : `${type}\0${title}`),
    ({ title }) => title,
    ({ id, type, grid }) => (id === undefined && grid !== undefined ? `${type} ${grid.x} ${grid.y}` : undefined),
    (panel) => (panel.type === 'text' && panel.grid !== undefined ? `${panel.grid.x} ${panel.grid.y}` : undefined),
  ]);
}

/** An id that a file counts up may be another panel's afterwards. */
function isPlausible(before: ReadPanel, after: ReadPanel): boolean {
  if (before.title === after.title || asked(before) === asked(after)) return true;
  if (before.type !== after.type) return false;
  return (before.id ?? 0) > mostCounted || series(before).some((name) => series(after).includes(name));
}

/** Ids beyond are made of something that stays, not counted. */
const mostCounted = 100_000;

function asked(panel: ReadPanel): string {
  return targetsOf(panel)
    .map(({ text }) => text)
    .join('\0');
}

/** Words of the queries that look like names of metrics: enough to see whether two panels have something in common. */
function series(panel: ReadPanel): readonly string[] {
  return asked(panel).match(/[a-zA-Z_:]\w*_\w+/g) ?? [];
}
