import { replaceVariables } from '../../promql/grafana-variable.js';
import { escapeForPrometheus } from './escape-value.js';
import { formatValue } from './format-value.js';
import type { Scope } from './scope.js';

/** A text in which variables were replaced by their values. */
export interface Interpolated {
  readonly text: string;
  /** Variables that there are none of: they stay as they are written, as Grafana leaves them. */
  readonly unknown: readonly string[];
  /** Variables without any value. */
  readonly valueless: readonly string[];
}

/** Replaces the variables of a query by their values, as Grafana does for Prometheus. */
export function interpolate(text: string, scope: Scope): Interpolated {
  const unknown = new Set<string>();
  const valueless = new Set<string>();
  const replaced = replaceVariables(text, ({ name, format }, written) => {
    const value = scope.get(name);
    if (value === undefined) {
      unknown.add(name);
      return written;
    }
    if (value.allValue !== undefined && format !== 'text') return value.allValue;
    if (value.values.length === 0) valueless.add(name);
    return format === undefined ? escapeForPrometheus(value) : formatValue(value, format);
  });
  return { text: replaced, unknown: [...unknown], valueless: [...valueless] };
}
