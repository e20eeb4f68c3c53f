import type { Change } from '../check.js';
import { numberOf } from '../../document/read/values.js';
import type { JsonPath } from '../../document/json-path.js';
import type { Json } from '../../model/json.js';
import type { ReadDashboard, ReadPanel, ReadRow } from '../../document/read-dashboard.js';

/** A thing with an id in a dashboard: a panel, or a row that stands among panels. */
export interface Identified {
  readonly what: 'panel' | 'row';
  readonly title: string;
  readonly id: number | undefined;
  /** The id as it is written. */
  readonly written: Json | undefined;
  readonly path: JsonPath;
  /** Where the id stands, or would. */
  readonly idPath: JsonPath;
}

/** Everything in a classic dashboard that has an id. In v2, a panel's id is part of its key, and always there. */
export function identified({ form, panels, rows }: ReadDashboard): readonly Identified[] {
  if (form !== 'classic') return [];
  return [
    ...rows.filter(({ json }) => json['type'] === 'row').map((row) => identify('row', row)),
    ...panels.map((panel) => identify('panel', panel)),
  ];
}

function identify(what: Identified['what'], { title, id, json, path }: ReadPanel | ReadRow): Identified {
  return { what, title, id, written: json['id'], path, idPath: [...path, 'id'] };
}

const given = new WeakMap<ReadDashboard, ReadonlyMap<string, number>>();

/** The id that what needs another one gets: one that nothing in the dashboard has. Undefined for what has its own. */
function newId(item: Identified, dashboard: ReadDashboard): number | undefined {
  const ids = given.get(dashboard) ?? assignIds(dashboard);
  given.set(dashboard, ids);
  return ids.get(item.idPath.join('\0'));
}

/** Where many have no id, or one that cannot stay, each gets the next: first come those that keep theirs. */
function assignIds(dashboard: ReadDashboard): ReadonlyMap<string, number> {
  const taken = new Set<number>();
  const open = identified(dashboard).filter(({ id, written }) => {
    if (id === undefined || !isId(written) || taken.has(id)) return true;
    taken.add(id);
    return false;
  });
  let next = [...taken].reduce((most, id) => (id > most && id < largest ? id : most), 0);
  const ids = new Map<string, number>();
  for (const { idPath } of open) {
    do next = next >= largest ? 1 : next + 1;
    while (taken.has(next));
    taken.add(next);
    ids.set(idPath.join('\0'), next);
  }
  return ids;
}

/** Grafana keeps ids of panels in 32 bits. */
const largest = 2 ** 31 - 1;

/** The change that gives a panel or row an id of its own. */
export function idChange(item: Identified, dashboard: ReadDashboard): { readonly change?: Change } {
  const value = newId(item, dashboard);
  return value === undefined ? {} : { change: { path: item.idPath, value } };
}

/** True where something can be an id: a whole number from 1 up. */
export function isId(written: Json | undefined): boolean {
  const id = numberOf(written);
  return id !== undefined && Number.isInteger(id) && id > 0;
}
