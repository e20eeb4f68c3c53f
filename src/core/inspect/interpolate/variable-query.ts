/** The question that a variable's query asks, in the functions of Grafana's Prometheus datasource. */
export type VariableQuery =
  | { readonly kind: 'label values'; readonly label: string; readonly selector: string | undefined }
  | { readonly kind: 'label names'; readonly selector: string | undefined }
  | { readonly kind: 'metrics'; readonly pattern: string }
  | { readonly kind: 'query result'; readonly expr: string }
  | { readonly kind: 'series'; readonly selector: string };

const labelValues = /^label_values\((?:(.+),)?\s*([\p{L}_][\p{L}\p{N}_.:]*)\s*\)$/su;
const labelNames = /^label_names\((.*)\)$/s;
const metrics = /^metrics\((.*)\)$/s;
const queryResult = /^query_result\((.+)\)$/s;

/** Reads the query of a variable, whose own variables were replaced before. What is not a function asks for series. */
export function readVariableQuery(text: string): VariableQuery {
  const written = text.trim();
  const values = labelValues.exec(written);
  if (values !== null) return { kind: 'label values', label: values[2] ?? '', selector: filled(values[1]) };
  const names = labelNames.exec(written);
  if (names !== null) return { kind: 'label names', selector: filled(names[1]) };
  const pattern = metrics.exec(written)?.[1];
  if (pattern !== undefined) return { kind: 'metrics', pattern: pattern.trim() };
  const expr = queryResult.exec(written)?.[1];
  return expr === undefined ? { kind: 'series', selector: written } : { kind: 'query result', expr: expr.trim() };
}

function filled(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? undefined : trimmed;
}
