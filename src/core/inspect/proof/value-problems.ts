import type { ReadPanel } from '../../document/read-dashboard.js';
import { numberOf } from '../../document/read/values.js';
import type { ReturnedSeries } from './returned.js';

/** The range that values may be in. */
export interface ValueRange {
  readonly low: number;
  readonly high: number;
}

/** Ten years: no time that is measured here is longer, and every point in time taken for a duration is. */
const longestTime = 10 * 365 * 86_400;

const countable: ValueRange = { low: 0, high: Infinity };

/** The range of values in a unit of Grafana's. Points in time are in milliseconds there, after the year 2000. */
const ranges: Readonly<Record<string, ValueRange>> = {
  percentunit: { low: 0, high: 1 },
  percent: { low: 0, high: 100 },
  bool: { low: 0, high: 1 },
  bool_on_off: { low: 0, high: 1 },
  bool_yes_no: { low: 0, high: 1 },
  s: { low: 0, high: longestTime },
  ms: { low: 0, high: 1000 * longestTime },
  m: { low: 0, high: longestTime / 60 },
  dateTimeAsIso: { low: 946_684_800_000, high: 4_102_444_800_000 },
  dateTimeFromNow: { low: 946_684_800_000, high: 4_102_444_800_000 },
};

const counted = /^(?:short|none|bytes|decbytes|binBps|Bps|reqps|reqpm|eps|epm|cps|cpm|ops)$/;

/** The range that a unit allows; undefined where nothing is known of it. */
function rangeOf(unit: string): ValueRange | undefined {
  return ranges[unit] ?? (counted.test(unit) ? countable : undefined);
}

/** Sums of shares that make a whole miss it by as much as computing does. */
const tolerance = 1e-9;

/**
 * The problems of the values that came back: not a number, or out of the range of their unit.
 *
 * @param unit the one that they are shown in
 * @param allowed a range that was declared; it replaces that of the unit
 */
export function valueProblems(
  series: readonly ReturnedSeries[],
  unit: string | undefined,
  { fieldDefaults }: Pick<ReadPanel, 'fieldDefaults'>,
  allowed: ValueRange | undefined,
): readonly string[] {
  const values = series.flatMap(({ points }) => points.map(([, value]) => value));
  const wrong = values.find((value) => !Number.isFinite(value));
  if (wrong !== undefined) return [`a value that came back is ${wrong}`];
  const range = allowed ?? (unit === undefined ? undefined : rangeOf(unit));
  if (range === undefined) return [];
  // A panel whose axis reaches further expects such values.
  const low = allowed?.low ?? Math.min(range.low, numberOf(fieldDefaults['min']) ?? range.low);
  const high = allowed?.high ?? Math.max(range.high, numberOf(fieldDefaults['max']) ?? range.high);
  const outside = values.find((value) => value < low - tolerance || value > high + tolerance);
  if (outside === undefined) return [];
  const said = allowed === undefined ? `the unit ${JSON.stringify(unit)} allows` : 'is declared';
  return [`a value that came back is ${outside}, and ${low} to ${high} is what ${said}`];
}
