import type { VariableValue } from './scope.js';

/**
 * The text that Grafana's Prometheus datasource writes for a variable that asks for no format: the value, escaped for a
 * string; of a variable that can have several, escaped for a regular expression within a string.
 */
export function escapeForPrometheus({ values, several }: Pick<VariableValue, 'values' | 'several'>): string {
  if (!several) return values.map(escapeString).join(',');
  const parts = values.map(escapeRegex);
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join('|')})`;
}

/** A value that is a whole matcher keeps its quotes. */
const matcher = /^\w+(?:=|!=|=~|!~)".*"$/;

function escapeString(value: string): string {
  if (matcher.test(value)) return value;
  return value
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('"', String.raw`\"`)
    .replaceAll("'", String.raw`\\'`);
}

/** The backslash that the regular expression needs is itself escaped, since it stands in a string. */
function escapeRegex(value: string): string {
  return value
    .replaceAll('\\', String.raw`\\\\`)
    .replaceAll('"', String.raw`\\\"`)
    .replaceAll(/[$^*{}[\]'+?.()|]/g, String.raw`\\$&`);
}
