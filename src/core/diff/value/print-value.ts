import type { Json } from '../../model/json.js';

/** A value as people read it: texts in quotes, everything else as JSON; undefined where there is none. */
export function printValue(value: Json | undefined): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}

/** A word of Grafana's, such as a unit, without quotes. */
export function printWord(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : printValue(value);
}
