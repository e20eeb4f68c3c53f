import {
  alertTest,
  firesAt,
  firesBetween,
  silentAt,
  silentBetween,
  silentUntil,
  type AlertTest,
  type Stretch,
  type TestSeries,
} from 'dashpack';
import { counts } from './counts.js';

/**
 * The tests of an alert that fires two minutes after a counter counted something, and for five minutes after that: the
 * very first event, one more, the first after a restart; and none of what only looks like one.
 *
 * @param series the counter
 * @param around what else there is: the exporter that is up
 */
export function testsOfCounted(
  series: (...stretches: readonly [Stretch, ...Stretch[]]) => TestSeries,
  around: readonly TestSeries[],
): readonly AlertTest<never>[] {
  // Where counts are there from the start of time, they are new for five minutes.
  const silentAfter = (end: string) => [silentBetween('5m5s', end)] as const;
  return [
    alertTest(
      'fires two minutes after the very first one, and resolves five minutes after the last',
      [around, series(...counts.first)],
      [silentUntil('11m55s'), firesAt('12m'), firesBetween('12m', '14m50s'), silentAt('15m5s')],
    ),
    alertTest(
      'fires for one more',
      [around, series(...counts.oneMore)],
      [silentBetween('5m5s', '11m55s'), firesAt('12m')],
    ),
    alertTest(
      'fires for the first one after a restart',
      [around, series(...counts.afterRestart)],
      [silentBetween('5m5s', '21m55s'), firesAt('22m')],
    ),
    alertTest('silent while there are none', [around, series(...counts.none)], [silentUntil('20m')]),
    alertTest('silent where nothing was ever counted', [around], [silentUntil('20m')]),
    alertTest('silent through a restart', [around, series(...counts.restart)], silentAfter('20m')),
    alertTest(
      'silent when the same are counted again after a restart',
      [around, series(...counts.restartAndRecount)],
      silentAfter('20m'),
    ),
    alertTest('silent after an outage', [around, series(...counts.outage)], silentAfter('35m')),
  ];
}
