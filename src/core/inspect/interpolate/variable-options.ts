import { readGrafanaRegex } from '../../document/find/grafana-regex.js';
import type { ReadVariable } from '../../document/read-dashboard.js';

/** The numbers by which Grafana orders options, as comparisons. */
const orders: Readonly<Record<number, (a: string, b: string) => number>> = {
  1: byCodeUnit,
  2: (a, b) => byCodeUnit(b, a),
  3: (a, b) => firstNumber(a) - firstNumber(b),
  4: (a, b) => firstNumber(b) - firstNumber(a),
  5: (a, b) => byCodeUnit(a.toLowerCase(), b.toLowerCase()),
  6: (a, b) => byCodeUnit(b.toLowerCase(), a.toLowerCase()),
  7: byCodeUnit,
  8: (a, b) => byCodeUnit(b, a),
};

/** The options of a variable, of what its query returned: filtered and cut by its regular expression, and in order. */
export function optionsOf(variable: ReadVariable, returned: readonly string[]): readonly string[] {
  const pattern = patternOf(variable.regex ?? '');
  const kept = pattern === undefined ? returned : returned.flatMap((value) => cut(value, pattern) ?? []);
  const { sort } = variable.json;
  const order = typeof sort === 'number' ? orders[sort] : undefined;
  const unique = [...new Set(kept)];
  return order === undefined ? unique : unique.toSorted(order);
}

/** The values that a custom variable lists: with commas between, `label : value`, `\,` for a comma itself. */
export function listedValues(text: string): readonly string[] {
  const items = text.match(/(?:\\,|[^,])+/g) ?? [];
  return items.map((item) => {
    const plain = item.replaceAll(String.raw`\,`, ',').trim();
    return (/^.+\s:\s(.+)$/.exec(plain)?.[1] ?? plain).trim();
  });
}

function patternOf(text: string): RegExp | undefined {
  if (text === '') return undefined;
  const read = readGrafanaRegex(text);
  // Grafana shows every option where it is broken, and variable/regex-broken says so.
  return 'reason' in read ? undefined : read;
}

function cut(value: string, pattern: RegExp): string | undefined {
  const match = pattern.exec(value);
  if (match === null) return undefined;
  const { groups } = match;
  return groups?.['value'] ?? groups?.['text'] ?? (match.length > 1 ? match[1] : value);
}

function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function firstNumber(text: string): number {
  const digits = /\d+/.exec(text)?.[0];
  return digits === undefined ? -1 : Number(digits);
}
