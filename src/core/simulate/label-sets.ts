import stringify from 'fast-json-stable-stringify';
import type { LabelValues, MetricFamily } from '../model/metric.js';
import { hashOf } from './random.js';

/** The labels of one series, without those that the scrape adds. */
export type LabelSet = Readonly<Record<string, string>>;

/** More series than this a family does not get: then every value occurs, but not every combination. */
const mostSets = 240;

/**
 * The label sets of a family: every combination of its values, where those are not too many; else as many as have every
 * value among them, and more up to a bound. Without a known value a label has two that are made of its name.
 *
 * @param given values for labels that can have any
 */
export function labelSets(
  { name, labels }: MetricFamily,
  given: Readonly<Record<string, readonly string[]>> = {},
): readonly LabelSet[] {
  const columns = Object.entries(labels).map(([label, values]): Column => ({
    label,
    values: given[label] ?? valuesOf(label, values),
  }));
  const product = columns.reduce((count, { values }) => count * values.length, 1);
  return product <= mostSets ? combinations(columns) : someCombinations(name, columns);
}

interface Column {
  readonly label: string;
  readonly values: readonly string[];
}

function valuesOf(label: string, values: LabelValues): readonly string[] {
  const known = values.kind === 'finite' ? values.values : values.examples;
  return known.length === 0 ? [`${label}_1`, `${label}_2`] : known;
}

function combinations(columns: readonly Column[]): readonly LabelSet[] {
  return columns.reduce<readonly LabelSet[]>(
    (sets, { label, values }) => sets.flatMap((set) => values.map((value) => ({ ...set, [label]: value }))),
    [{}],
  );
}

/** A diagonal through all values first, then what chance says. */
function someCombinations(name: string, columns: readonly Column[]): readonly LabelSet[] {
  const longest = Math.max(...columns.map(({ values }) => values.length));
  const found = new Map<string, LabelSet>();
  for (let index = 0; index < Math.max(longest, mostSets); index += 1) {
    const set = Object.fromEntries(
      columns.map(({ label, values }): [string, string] => {
        const at = index < longest ? index : hashOf(`${name} ${label} ${index}`);
        return [label, values[at % values.length] ?? ''];
      }),
    );
    found.set(stringify(set), set);
  }
  return [...found.values()];
}
