import type { Json, JsonObject } from '../../model/json.js';
import { isRecord } from '../../document/read/values.js';
import { isNothing } from '../value/same.js';

/** The members that Grafana puts into a dashboard when it stores one. */
const ownOfDashboard: ReadonlySet<string> = new Set(['id', 'version', 'iteration', 'gnetId', 'apiVersion']);
const ownAnywhere: ReadonlySet<string> = new Set(['pluginVersion']);

/** A dashboard in Grafana, without what Grafana has added. */
export interface StoredDashboard {
  readonly json: JsonObject;
  /** The schema to which Grafana has moved it, where it has. */
  readonly migratedTo: number | undefined;
}

/**
 * Makes a dashboard in Grafana comparable with the file that it came from. What Grafana adds is left out: its id and
 * version, empty values, and, where it has moved the dashboard to a newer schema, whatever that schema has besides.
 */
export function asBuilt(inGrafana: JsonObject, built: JsonObject): StoredDashboard {
  const [now, then] = [inGrafana['schemaVersion'], built['schemaVersion']];
  const migratedTo = typeof now === 'number' && typeof then === 'number' && now > then ? now : undefined;
  const rest = Object.fromEntries(
    Object.entries(inGrafana).filter(([key]) => key in built || !ownOfDashboard.has(key)),
  );
  const json = {
    ...withoutAdded(rest, built, migratedTo !== undefined),
    ...(migratedTo === undefined ? {} : { schemaVersion: then }),
    ...same(built, 'id'),
    ...same(built, 'version'),
  };
  return { json, migratedTo };
}

/** A value as it was built, where it was. */
function same(built: JsonObject, key: string): JsonObject {
  const value = built[key];
  return value === undefined ? {} : { [key]: value };
}

function withoutAdded(value: JsonObject, built: JsonObject, isMigrated: boolean): JsonObject {
  const kept = Object.entries(value).filter(([key, each]) => {
    return key in built || !(isMigrated || ownAnywhere.has(key) || isNothing(each));
  });
  return Object.fromEntries(kept.map(([key, each]) => [key, without(each, built[key], isMigrated)]));
}

/** A value of Grafana's without what it has added. */
function without(value: Json | undefined, built: Json | undefined, isMigrated: boolean): Json | undefined {
  if (Array.isArray(value)) {
    const counterparts = Array.isArray(built) ? (built as readonly Json[]) : [];
    return (value as readonly Json[]).map(
      (item, index) => without(item, counterpartOf(item, index, counterparts), isMigrated) ?? null,
    );
  }
  return isRecord(value) && isRecord(built) ? withoutAdded(value, built, isMigrated) : value;
}

/** Panels have an id, variables a name; whatever else stands in a list keeps its place. */
function counterpartOf(item: Json, index: number, items: readonly Json[]): Json | undefined {
  for (const key of ['id', 'name']) {
    const own = isRecord(item) ? item[key] : undefined;
    if (own === undefined) continue;
    const found = items.find((each) => isRecord(each) && each[key] === own);
    if (found !== undefined) return found;
  }
  return items[index];
}
