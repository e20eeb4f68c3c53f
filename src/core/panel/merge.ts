import { isJsonObject, type Json, type JsonObject } from '../model/json.js';

/** Objects one over the other, key by key at every depth; lists and plain values of the later replace the earlier. */
export function merge(...layers: readonly (JsonObject | undefined)[]): JsonObject {
  const result: Record<string, Json> = {};
  for (const layer of layers) {
    if (layer === undefined) continue;
    for (const [key, value] of Object.entries(layer)) {
      if (value === undefined) continue;
      const below = result[key];
      result[key] = isJsonObject(below) && isJsonObject(value) ? merge(below, value) : value;
    }
  }
  return result;
}
