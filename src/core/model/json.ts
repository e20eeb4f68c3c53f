/** A JSON value. Of a file that anybody wrote nothing about it is certain. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** A JSON object. A property that is undefined is not there. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** True for an object: neither `null`, nor a list, nor a scalar. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
