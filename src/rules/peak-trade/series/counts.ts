import { hold, missing, type Stretch } from 'dashpack';

/** How a counter of what should not happen goes: what must raise an alert, and what must not. */
export const counts = {
  /** Nothing for ten minutes, and then the very first one: the series appears with it. */
  first: [missing('10m'), hold(1)],
  /** Three old ones, and one more after ten minutes. */
  oneMore: [hold(3, '10m'), hold(4)],
  /** Old ones, a restart after ten minutes, and the first one of the new process. */
  afterRestart: [hold(3, '10m'), missing('10m'), hold(1)],
  /** None at all, though the exporter exports the series. */
  none: [hold(0)],
  /** Old ones; a restart after ten minutes; none since. */
  restart: [hold(3, '10m'), missing('1m'), hold(0)],
  /** Old ones; a restart after ten minutes, after which the exporter counts the same again. */
  restartAndRecount: [hold(3, '10m'), missing('1m'), hold(3)],
  /** Old ones; not scraped for a quarter of an hour. */
  outage: [hold(3, '10m'), missing('15m'), hold(3)],
} as const satisfies Readonly<Record<string, readonly [Stretch, ...Stretch[]]>>;
