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

/** `All`, as dashboards and addresses write it. */
export const all = '$__all';

/** The options of a query variable: those of what it returned, or where nobody asked it, or should, those in the file. */
export function queriedOptions(variable: ReadVariable, returned: readonly string[] | undefined): readonly string[] {
  const saved = variable.options.filter((value) => value !== all);
  const isNeverAsked = variable.refresh === 0 && saved.length > 0;
  return isNeverAsked || returned === undefined ? saved : optionsOf(variable, returned);
}

/** The options of a variable, of what its query returned: filtered and cut by its regular expression, and in order. */
function optionsOf(variable: ReadVariable, returned: readonly string[]): readonly string[] {
  const pattern = patternOf(variable.regex ?? '');
  const kept = pattern === undefined ? returned : returned.flatMap((value) => cut(value, pattern) ?? []);
  const { sort } = variable.json;
  const order = typeof sort === 'number' ? orders[sort] : undefined;
  const unique = [...new Set(kept)];
  return order === undefined ? unique : unique.toSorted(order);
}

/** A value that a viewer can choose, and how it is called. */
export interface VariableOption {
  readonly value: string;
  readonly text: string;
}

/** The options that a custom variable lists: with commas between, `text : value`, `\,` for a comma itself. */
export function listedOptions(list: string): readonly VariableOption[] {
  const items = list.match(/(?:\\,|[^,])+/g) ?? [];
  return items.map((item) => {
    const plain = item.replaceAll(String.raw`\,`, ',').trim();
    const [, text = plain, value = plain] = /^(.+)\s:\s(.+)$/.exec(plain) ?? [];
    return { value: value.trim(), text: text.trim() };
  });
}

/** The values that a custom variable lists. */
export function listedValues(list: string): readonly string[] {
  return listedOptions(list).map(({ value }) => value);
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
