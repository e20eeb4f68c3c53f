import { isJsonObject, type JsonObject, type Json } from '../model/json.js';
import { listPanels, type PlacedPanel } from './list-panels.js';
import { listChanges, printChange, type Change } from './list-changes.js';
import { shortenPair } from './shorten.js';

/**
 * Says what differs between two versions of a JSON file, a line each, as `place: before → after`. In a dashboard,
 * panels are matched by id, variables and annotations by name; the dashboard's own settings come first, and what only
 * moved comes last, in one line. Empty for equal values.
 */
export function describeDifference(before: Json, after: Json): readonly string[] {
  if (!isDashboard(before) || !isDashboard(after)) return listChanges(before, after).map(printChange);
  const [left, right] = [split(before), split(after)];
  return [
    ...listChanges(left.settings, right.settings).map(printChange),
    ...describeItems(left.variables, right.variables),
    ...describeItems(left.annotations, right.annotations),
    ...describePanels(listPanels(before['panels']), listPanels(after['panels'])),
  ];
}

/** One part of a dashboard that is matched with its counterpart by its key. */
interface Item {
  readonly key: string;
  /** How the messages call it: `variable "mode"`. */
  readonly label: string;
  readonly content: Json;
}

/** A dashboard without its panels. */
interface Sections {
  readonly settings: JsonObject;
  readonly variables: readonly Item[];
  readonly annotations: readonly Item[];
}

function isDashboard(value: Json): value is JsonObject {
  return isJsonObject(value) && Array.isArray(value['panels']);
}

function split(dashboard: JsonObject): Sections {
  const { panels: _panels, templating, annotations, ...settings } = dashboard;
  return {
    settings: { ...settings, ...withoutList('templating', templating), ...withoutList('annotations', annotations) },
    variables: listNamed('variable', templating),
    annotations: listNamed('annotation', annotations),
  };
}

function withoutList(key: string, section: Json | undefined): JsonObject {
  if (!isJsonObject(section)) return section === undefined ? {} : { [key]: section };
  const { list: _list, ...rest } = section;
  return { [key]: rest };
}

function listNamed(kind: string, section: Json | undefined): readonly Item[] {
  const list = isJsonObject(section) ? section['list'] : undefined;
  if (!Array.isArray(list)) return [];
  const seen = new Set<string>();
  return (list as readonly Json[]).map((content, index) => {
    const name = isJsonObject(content) && typeof content['name'] === 'string' ? content['name'] : '';
    const key = name === '' || seen.has(name) ? `#${index}` : name;
    seen.add(key);
    return { key, label: `${kind} ${key === name ? JSON.stringify(name) : key}`, content };
  });
}

function describeItems(before: readonly Item[], after: readonly Item[]): readonly string[] {
  const counterparts = new Map(before.map((item) => [item.key, item]));
  const keys = new Set(after.map(({ key }) => key));
  return [
    ...before.filter(({ key }) => !keys.has(key)).map(({ label }) => `${label} removed`),
    ...after.flatMap(({ key, label, content }) => {
      const counterpart = counterparts.get(key);
      if (counterpart === undefined) return [`${label} added`];
      return listChanges(counterpart.content, content).map((change) => `${label}: ${printChange(change)}`);
    }),
    ...describeOrder(before, after),
  ];
}

function describePanels(before: readonly PlacedPanel[], after: readonly PlacedPanel[]): readonly string[] {
  const places = new Map(before.map(({ key, place }) => [key, place]));
  const moved = after.flatMap(({ key, label, place }): readonly (readonly [string, Change])[] =>
    places.has(key) ? listChanges(places.get(key), place).map((change) => [label, change]) : [],
  );
  const labels = [...new Set(moved.map(([label]) => label))];
  return [
    ...describeItems(before, after),
    ...(labels.length <= 2
      ? moved.map(([label, change]) => `${label}: ${printChange(change)}`)
      : [`${labels.length} panels moved: ${labels.slice(0, 3).join(', ')}${labels.length > 3 ? ', …' : ''}`]),
  ];
}

/** The order of what both have, in one line. */
function describeOrder(before: readonly Item[], after: readonly Item[]): readonly string[] {
  const inBoth = (items: readonly Item[], others: readonly Item[]): readonly Item[] => {
    const keys = new Set(others.map(({ key }) => key));
    return items.filter(({ key }) => keys.has(key));
  };
  const print = (items: readonly Item[]): string => items.map(({ label }) => label).join(', ');
  const [left, right] = [inBoth(before, after), inBoth(after, before)];
  const first = left.findIndex(({ key }, index) => key !== right[index]?.key);
  if (first === -1) return [];
  const [oldOrder, newOrder] = shortenPair(print(left.slice(first)), print(right.slice(first)));
  return [`order: ${oldOrder} → ${newOrder}`];
}
