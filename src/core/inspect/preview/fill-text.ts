import { formatValue } from '../interpolate/format-value.js';
import type { Scope, VariableValue } from '../interpolate/scope.js';
import { replaceVariables } from '../../promql/grafana-variable.js';

/** How a variable is written that names no format: in titles, in the text of a panel, in legends. */
export type TextFormat = 'text' | 'html' | 'glob';

/** A text that people read, with its variables filled in as Grafana does. Those that there are none of stay. */
export function fillText(text: string, scope: Scope, usual: TextFormat): string {
  return replaceVariables(text, ({ name, field, format = usual }, written) => {
    const value = scope.get(name);
    if (value === undefined) return written;
    if (format === 'html') return escapeHtml(value.values.join(', '));
    return field === 'text' ? value.text : formatted(value, format);
  });
}

function formatted(value: VariableValue, format: string): string {
  return value.allValue !== undefined && format !== 'text' ? value.allValue : formatValue(value, format);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (mark) => entities[mark] ?? mark);
}
