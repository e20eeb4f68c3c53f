import type { Metric } from '../catalog/metric-handle.js';
import type { Scenario } from '../model/scenario.js';
import { assertEffects } from './assert-effects.js';
import type { Child, Observations } from './child.js';
import { childrenOf, type Circumstances } from './children.js';
import type { LabelSet } from './label-sets.js';

/** A thing that has metrics: a pack. */
export interface Simulated {
  readonly metrics: readonly Metric[];
}

/** How something is simulated. */
export interface SimulationOptions {
  /** Another seed gives other numbers; default 1. */
  readonly seed?: number;
  /** When the scenario starts: a Unix time in seconds. */
  readonly start: number;
  /** When the producers were started: a Unix time in seconds, not after `start`; default a quarter of an hour before. */
  readonly since?: number;
}

/** A series of a producer, without the labels that the scrape adds. */
export interface SimulatedSeries {
  /** With the ending that the parts of a histogram have. */
  readonly name: string;
  readonly job: string;
  readonly labels: LabelSet;
  readonly child: Child;
  /** When the scenario starts: a Unix time in seconds. */
  readonly start: number;
  /** Its part of what the child shows. */
  readonly read: (value: number | Observations) => number;
}

/** The children of every family that a producer of a pack exports: none of those that are missing, or that rules record. */
export function simulate(
  { metrics }: Simulated,
  scenario: Scenario,
  { seed = 1, start, since = start - 900 }: SimulationOptions,
): readonly Child[] {
  const families = metrics
    .map(({ family }) => family)
    .filter(({ origin, missing }) => origin === 'exported' && missing === undefined);
  assertEffects(scenario, families);
  const circumstances: Circumstances = { scenario, seed, start, since: Math.min(0, since - start) };
  return families.flatMap((family) =>
    (family.producers ?? []).flatMap(({ job }) => childrenOf(family, job, circumstances)),
  );
}

/** Every series that a pack's producers export in a scenario, at whatever time. */
export function seriesOf(pack: Simulated, scenario: Scenario, options: SimulationOptions): readonly SimulatedSeries[] {
  return simulate(pack, scenario, options).flatMap((child) =>
    partsOf(child).map((part) => ({ ...part, job: child.job, child, start: options.start })),
  );
}

/** The value of a series at a Unix time in seconds; undefined where it is not exported. */
export function sampleAt({ child, start, read }: SimulatedSeries, time: number): number | undefined {
  const value = child.valueAt(time - start);
  return value === undefined ? undefined : read(value);
}

/** The series of a child. */
export function partsOf({ family, labels }: Child): readonly Pick<SimulatedSeries, 'name' | 'labels' | 'read'>[] {
  const { name, type, buckets = [] } = family;
  if (type !== 'histogram') return [{ name, labels, read: (value) => (typeof value === 'number' ? value : value.sum) }];
  const upTo = (last: number) => (value: number | Observations) =>
    typeof value === 'number' ? value : value.counts.slice(0, last + 1).reduce((sum, count) => sum + count, 0);
  return [
    ...[...buckets, Infinity].map((bound, index) => ({
      name: `${name}_bucket`,
      labels: { ...labels, le: bound === Infinity ? '+Inf' : String(bound) },
      read: upTo(index),
    })),
    { name: `${name}_sum`, labels, read: (value) => (typeof value === 'number' ? value : value.sum) },
    { name: `${name}_count`, labels, read: upTo(buckets.length) },
  ];
}
