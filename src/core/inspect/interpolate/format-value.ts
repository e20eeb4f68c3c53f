import type { VariableValue } from './scope.js';

type Formatter = (value: VariableValue) => string;

const special = /[\\^$*+?.()|[\]{}/]/g;

const quoted = (mark: string, escape: (text: string) => string): Formatter => {
  return ({ values }) => values.map((value) => `${mark}${escape(value)}${mark}`).join(',');
};

/** Grafana's formats by their names. Source: https://grafana.com/docs/grafana/latest/dashboards/variables/variable-syntax/ */
const formats: Readonly<Record<string, Formatter>> = {
  regex({ values }) {
    const parts = values.map((value) => value.replaceAll(special, String.raw`\$&`));
    return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join('|')})`;
  },
  pipe: ({ values }) => values.join('|'),
  csv: ({ values }) => values.join(','),
  raw: ({ values }) => values.join(','),
  glob: ({ values }) => (values.length > 1 ? `{${values.join(',')}}` : (values[0] ?? '')),
  json: ({ values }) => JSON.stringify(values.length === 1 ? values[0] : values),
  text: ({ text }) => text,
  doublequote: quoted('"', (text) => text.replaceAll('"', String.raw`\"`)),
  singlequote: quoted("'", (text) => text.replaceAll("'", String.raw`\'`)),
  sqlstring: quoted("'", (text) => text.replaceAll("'", "''")),
  percentencode: ({ values }) => encodeURIComponent(values.length === 1 ? (values[0] ?? '') : `{${values.join(',')}}`),
  queryparam: ({ name, values }) => values.map((value) => `var-${name}=${encodeURIComponent(value)}`).join('&'),
  distributed: ({ name, values }) => values.map((value, index) => (index === 0 ? value : `${name}=${value}`)).join(','),
};

const glob: Formatter = formats['glob'] ?? (() => '');

/** Writes a variable's values in a format that its use names: the `regex` of `${job:regex}`. Others mean `glob`. */
export function formatValue(value: VariableValue, format: string): string {
  const formatter = Object.hasOwn(formats, format) ? formats[format] : undefined;
  return (formatter ?? glob)(value);
}
