import { alertTest, silentUntil, type AlertTest } from './alert-test.js';
import type { TestSeries } from './test-series.js';

/** The content of a test: series, and lists of them. */
export type TestSituation = readonly (TestSeries | readonly TestSeries[])[];

/**
 * Tests in which an alert must not fire at any evaluation, each with its situation. A test is called `silent` and its key.
 *
 * @param until how long each of them lasts: a PromQL duration
 *
 * @example
 * ...silentTests('30m', { 'at the limit': [queue(hold(1000))], 'without traffic': [queue(hold(0))] })
 */
export function silentTests(
  until: string,
  situations: Readonly<Record<string, TestSituation>>,
): readonly AlertTest<never>[] {
  return Object.entries(situations).map(([what, series]) => alertTest(`silent ${what}`, series, [silentUntil(until)]));
}
