import { describeDifference } from '../../../emit/describe-difference.js';
import { isJsonObject, type JsonObject, type Json } from '../../../model/json.js';

/** The members that Grafana puts into a dashboard when it stores one. */
const ownOfDashboard: ReadonlySet<string> = new Set(['id', 'version', 'iteration', 'gnetId', 'apiVersion']);
const ownAnywhere: ReadonlySet<string> = new Set(['pluginVersion']);

/** How a dashboard in Grafana differs from the one that was built. */
export interface Drift {
  /** A line each, from Grafana to what was built; none where they are the same. */
  readonly differences: readonly string[];
  /** The schema to which Grafana has moved it, where it has. */
  readonly migratedTo: number | undefined;
}

/**
 * Compares a dashboard in Grafana with the one that was built. What Grafana adds is not a difference: its id and version,
 * empty values, and, where it has moved the dashboard to a newer schema, whatever that schema has besides.
 */
export function findDrift(inGrafana: JsonObject, built: JsonObject): Drift {
  const [now, then] = [inGrafana['schemaVersion'], built['schemaVersion']];
  const migratedTo = typeof now === 'number' && typeof then === 'number' && now > then ? now : undefined;
  const rest = Object.fromEntries(
    Object.entries(inGrafana).filter(([key]) => key in built || !ownOfDashboard.has(key)),
  );
  const comparable = {
    ...(without(rest, built, migratedTo !== undefined) as JsonObject),
    ...(migratedTo === undefined ? {} : { schemaVersion: then as Json }),
    ...same(built, 'id'),
    ...same(built, 'version'),
  };
  return { differences: describeDifference(comparable, built), migratedTo };
}

/** A value as it was built, where it was. */
function same(built: JsonObject, key: string): JsonObject {
  const value = built[key];
  return value === undefined ? {} : { [key]: value };
}

/** A value of Grafana's without what it has added. */
function without<Value extends Json | undefined>(
  value: Value,
  built: Json | undefined,
  isMigrated: boolean,
): Value | Json {
  if (Array.isArray(value)) {
    const counterparts = Array.isArray(built) ? (built as readonly Json[]) : [];
    return (value as readonly Json[]).map((item, index) =>
      without(item, counterpartOf(item, index, counterparts), isMigrated),
    );
  }
  if (!isJsonObject(value) || !isJsonObject(built)) return value;
  const kept = Object.entries(value).filter(([key, each]) => {
    return key in built || !(isMigrated || ownAnywhere.has(key) || isNothing(each));
  });
  return Object.fromEntries(kept.map(([key, each]) => [key, without(each, built[key], isMigrated)]));
}

/** Panels have an id, variables a name; whatever else stands in a list keeps its place. */
function counterpartOf(item: Json, index: number, items: readonly Json[]): Json | undefined {
  for (const key of ['id', 'name']) {
    const own = isJsonObject(item) ? item[key] : undefined;
    if (own === undefined) continue;
    const found = items.find((each) => isJsonObject(each) && each[key] === own);
    if (found !== undefined) return found;
  }
  return items[index];
}

function isNothing(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '' || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
