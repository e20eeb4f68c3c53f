import type { Json } from '../model/json.js';

/**
 * Prints JSON as dashpack writes it: two spaces, one newline at the end. This is what prettier's `json-stringify`
 * parser prints, so that format-on-save changes nothing. Keys keep the order that `normalise` gave them.
 */
export function serialiseJson(value: Json): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
