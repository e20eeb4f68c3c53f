/**
 * Plain JSON data: what `normalise` returns and what the lint and the serialisers read. Numbers are finite, objects
 * have no prototype worth mentioning, and nothing in it is shared with the objects that an author's code holds.
 */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A JSON object; its keys stand in code unit order after `normalise`. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** True where a JSON value is an object: neither `null`, nor an array, nor a scalar. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
