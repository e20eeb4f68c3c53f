/** Data on its way to JSON. */
export type JsonObject = { readonly [key: string]: unknown };

/** Objects one over the other, key by key at every depth; lists and plain values of the later replace the earlier. */
export function merge(...layers: readonly (JsonObject | undefined)[]): JsonObject {
  const result: Record<string, unknown> = {};
  for (const layer of layers) {
    if (layer === undefined) continue;
    for (const [key, value] of Object.entries(layer)) {
      if (value === undefined) continue;
      const below = result[key];
      result[key] = isObject(below) && isObject(value) ? merge(below, value) : value;
    }
  }
  return result;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
