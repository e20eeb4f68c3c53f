import type { AnyVector } from '../promql/expression.js';
import { alertTest, firesAt, firesBetween, silentUntil, type AlertTest, type Expectation } from './alert-test.js';
import { silentTests } from './silent-tests.js';
import { series, type TestSeries } from './test-series.js';
import { hold, missing, type Stretch } from './timeline.js';

/** The options of the tests of `downTests`. */
export interface DownTests {
  /** The thing that is down, in the names of the tests: `the exporter`. */
  readonly who: string;
  /** How often the rule is evaluated: a PromQL duration. */
  readonly evaluated: '5s' | '10s';
  /** How long the tests in which it fires last. */
  readonly firesUntil: string;
  /** Tests in which it is up: what else there is then. */
  readonly whileUp: readonly AlertTest<never>[];
}

/** The last evaluation before a moment, by how often a rule is evaluated. */
const before = { '5s': { '3m': '2m55s', '1m': '55s' }, '10s': { '3m': '2m50s', '1m': '50s' } } as const;

/**
 * The tests of an alert that fires a minute after a target went down or vanished: `up == 0 or absent(up)` for a minute.
 * It keeps firing, and is silent through a restart.
 *
 * @param up of one target: `up.on(LOCAL)({ job: 'web', instance: 'web:8080' })`
 *
 * @example
 * tests: downTests(target, { who: 'the exporter', evaluated: '5s', firesUntil: '20m', whileUp: silentTests(…) })
 */
export function downTests(
  up: AnyVector,
  { who, evaluated, firesUntil, whileUp }: DownTests,
): readonly AlertTest<'job' | 'instance'>[] {
  const is = (...stretches: readonly [Stretch, ...Stretch[]]): TestSeries => series(up, ...stretches);
  const { job = '', instance = '' } = is(hold(1)).labels;
  const fires = (
    at: '1m' | '3m',
    until: string,
    labels: Readonly<Partial<Record<'job' | 'instance', string>>>,
  ): readonly Expectation<'job' | 'instance'>[] => [
    silentUntil(before[evaluated][at]),
    firesAt(at, labels as Readonly<Record<'job', string>>),
    firesBetween(at, until),
  ];
  return [
    alertTest(
      `fires a minute after ${who} died, and keeps firing`,
      [is(hold(1, '2m'), hold(0))],
      fires('3m', firesUntil, { job, instance }),
    ),
    alertTest(
      'fires a minute after its target vanished from the configuration, and keeps firing',
      [is(hold(1, '2m'), missing())],
      fires('3m', firesUntil, { job }),
    ),
    alertTest('fires where it never was a target', [], fires('1m', '10m', { job })),
    ...whileUp,
    ...silentTests('20m', {
      'from the first scrape on, where it starts half a minute after Prometheus': [is(missing('30s'), hold(1))],
      'through a restart of half a minute': [is(hold(1, '10m'), hold(0, '30s'), hold(1))],
    }),
  ];
}
