import { listOf, recordOf, textOf } from '../../document/read/values.js';
import type { ReadPanel } from '../../document/read-dashboard.js';
import type { ReturnedSeries } from '../proof/returned.js';

type Values = readonly [number, ...number[]];

const sum = (values: Values): number => values.reduce((total, value) => total + value, 0);
const last = (values: Values): number => values.at(-1) ?? values[0];

/** The reducers that panels of this kind use; of all others, the last value stands for the series. */
const reducers: Readonly<Record<string, (values: Values) => number>> = {
  first: ([first]) => first,
  firstNotNull: ([first]) => first,
  max: (values) => Math.max(...values),
  min: (values) => Math.min(...values),
  sum,
  mean: (values) => sum(values) / values.length,
  count: (values) => values.length,
  range: (values) => Math.max(...values) - Math.min(...values),
  diff: (values) => last(values) - values[0],
};

/** The one value that a panel shows of a series, however old it is; undefined where the series has none. */
export function reduced({ options }: ReadPanel, { points }: ReturnedSeries): number | undefined {
  const [first, ...rest] = points.map(([, value]) => value);
  if (first === undefined) return undefined;
  const calc = textOf(listOf(recordOf(options['reduceOptions'])['calcs'])[0]) ?? 'lastNotNull';
  return (reducers[calc] ?? last)([first, ...rest]);
}
