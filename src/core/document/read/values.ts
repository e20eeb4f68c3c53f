import type { JsonPath } from '../json-path.js';
import type { Json, JsonObject } from '../../model/json.js';

const nothing: JsonObject = {};

/** True where a value is an object. */
export function isRecord(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object, or an empty one where something else stands. */
export function recordOf(value: Json | undefined): JsonObject {
  return isRecord(value) ? value : nothing;
}

/** A list, or an empty one where something else stands. */
export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** A text, or undefined where something else stands. */
export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A finite number, or undefined where something else stands. */
export function numberOf(value: Json | undefined): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** The objects of a list, each with its path. What is not an object is left out. */
export function recordsIn(
  value: Json | undefined,
  path: JsonPath,
): readonly { readonly json: JsonObject; readonly path: JsonPath }[] {
  const records: { readonly json: JsonObject; readonly path: JsonPath }[] = [];
  for (const [index, item] of listOf(value).entries()) {
    if (isRecord(item)) records.push({ json: item, path: [...path, index] });
  }
  return records;
}
