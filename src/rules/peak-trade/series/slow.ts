import {
  alertTest,
  courses,
  firesAt,
  firesBetween,
  silentAt,
  silentTests,
  silentUntil,
  type AlertTest,
} from 'dashpack';
import { blindExporter, type decisionsOver250 } from './ai-live.js';

/**
 * The tests of an alert that fires where a share of the decisions of five minutes is slow, for five minutes.
 *
 * @param decisions with a share of slow ones
 * @param share of slow decisions: `above` the limit, and `below` it, 0 to 1
 */
export function testsOfSlow(
  decisions: typeof decisionsOver250,
  { above, below }: { readonly above: number; readonly below: number },
): readonly AlertTest<never>[] {
  const percent = (share: number): number => Number((share * 100).toPrecision(6));
  return [
    alertTest(
      `fires where ${percent(above)} % of the decisions are slower`,
      [blindExporter, decisions(above)],
      [silentUntil('5m'), firesAt('5m5s'), firesBetween('5m5s', '20m')],
    ),
    alertTest(
      'resolves when traffic stops',
      [blindExporter, decisions(0.06, courses.stopped)],
      [firesAt('14m'), silentAt('16m')],
    ),
    ...silentTests('20m', {
      [`where ${percent(below)} % of the decisions are slower`]: [blindExporter, decisions(below)],
      'without traffic': [blindExporter, decisions(0.5, courses.idle)],
      'where nothing was ever measured': [blindExporter],
      'after the first slow decision': [blindExporter, decisions(1, courses.onlyOne)],
      'through a restart': [blindExporter, decisions(below, courses.restarted)],
    }),
  ];
}
