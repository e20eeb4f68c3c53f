import { callerPosition } from '../catalog/caller.js';
import type { Position } from '../model/position.js';
import type { TestSeries } from './test-series.js';
import { secondsOf } from './timeline.js';

/** One alert that a test expects. `Labels` are names of labels that its expression carries. */
export interface ExpectedAlert<Labels extends string> {
  readonly labels: { readonly [L in Labels]?: string };
  /** The texts that the actions of its summary and description that are more than a label render to, in their order. */
  readonly values: readonly string[];
}

/** The behaviour of an alert at one moment of a test, or at every evaluation of a time. `Labels` as in `ExpectedAlert`. */
export interface Expectation<Labels extends string> {
  /** Seconds from the start: of a time, its first moment; undefined of one moment. */
  readonly from: number | undefined;
  /** Seconds from the start: the moment, or the last of the time. */
  readonly to: number;
  readonly fires: boolean;
  /** The alerts that fire at the moment; of a time, nobody asks. */
  readonly alerts: readonly ExpectedAlert<Labels>[];
}

/** Series over time, and what an alert does with them. `Labels` are names of labels that the alert's expression carries. */
export interface AlertTest<Labels extends string> {
  readonly kind: 'alert test';
  readonly name: string;
  readonly series: readonly TestSeries[];
  readonly expectations: readonly Expectation<Labels>[];
  readonly position: Position;
}

/**
 * The alert fires at this moment of a test, once.
 *
 * @param time from the start: a PromQL duration
 * @param labels of the alert, without its own static ones
 * @param values what `{{ $value … }}` and the like render to, in the order of summary and description
 */
export function firesAt<const Labels extends Readonly<Record<string, string>> = {}>(
  time: string,
  labels?: Labels,
  ...values: readonly string[]
): Expectation<keyof Labels & string> {
  const alert = { labels: labels ?? {}, values } as ExpectedAlert<keyof Labels & string>;
  return { from: undefined, to: secondsOf(time), fires: true, alerts: [alert] };
}

/** The alert fires several times at this moment of a test, each with other labels. @param time as in `firesAt` */
export function allFireAt<const Labels extends Readonly<Record<string, string>>>(
  time: string,
  ...labels: readonly [Labels, ...Labels[]]
): Expectation<keyof Labels & string> {
  const alerts = labels.map((each) => ({ labels: each, values: [] }));
  return { from: undefined, to: secondsOf(time), fires: true, alerts };
}

/**
 * At every evaluation from one moment of a test to another the alert fires, whatever its labels: it never resolves in
 * between. @param from a PromQL duration, as `to`
 */
export function firesBetween(from: string, to: string): Expectation<never> {
  return during(from, to, true);
}

/** The alert does not fire at this moment of a test: it is pending or inactive. @param time as in `firesAt` */
export function silentAt(time: string): Expectation<never> {
  return { from: undefined, to: secondsOf(time), fires: false, alerts: [] };
}

/** The alert fires at no evaluation of a test, from its start up to this moment. @param time as in `firesAt` */
export function silentUntil(time: string): Expectation<never> {
  return during('0s', time, false);
}

/** The alert fires at no evaluation from one moment of a test to another. @param from a PromQL duration, as `to` */
export function silentBetween(from: string, to: string): Expectation<never> {
  return during(from, to, false);
}

function during(from: string, to: string, fires: boolean): Expectation<never> {
  const expectation = { from: secondsOf(from), to: secondsOf(to), fires, alerts: [] };
  if (expectation.from >= expectation.to) {
    throw new RangeError(`nothing is between ${from} and ${to}: name the earlier moment first`);
  }
  return expectation;
}

/**
 * A test of one alert: series, and when it fires.
 *
 * @param expect made by `firesAt`, `allFireAt`, `firesBetween`, `silentAt`, `silentUntil` and `silentBetween`
 *
 * @example
 * alertTest('fires two minutes after the last event', [series(lastEvent(), hold(0))], [silentUntil('2m55s'), firesAt('3m')])
 */
export function alertTest<const Expect extends readonly Expectation<string>[]>(
  name: string,
  seriesOfTest: readonly (TestSeries | readonly TestSeries[])[],
  expect: Expect,
): AlertTest<ExpectedLabels<Expect[number]>> {
  return {
    kind: 'alert test',
    name,
    series: seriesOfTest.flat(),
    expectations: expect,
    position: callerPosition(alertTest),
  };
}

type ExpectedLabels<Each> = Each extends Expectation<infer Labels> ? Labels : never;
