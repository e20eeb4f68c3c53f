import type { Metric } from '../catalog/metric-handle.js';
import type { AnyProducer } from '../catalog/producer-of.js';
import type { Effect } from '../model/scenario.js';
import type { AnyVector, LabelsOf } from '../promql/expression.js';
import type { Duration } from '../query/window.js';
import { during, secondsOf, type When } from './during.js';
import { aboutOf, type ValidBare, type ValidCounted, type ValidObserved } from './selection.js';

/** How wide observations are spread, where nobody says: 99 % are below 3.6 times the median. */
export const usualSpread = 0.55;

/** The producer is dead: its port refuses connections. Where it comes back, its counters begin at 0. */
export function down({ job }: AnyProducer, when: When = {}): Effect {
  return { kind: 'down', job, ...during(when) };
}

/** Prometheus does not scrape the producer: its target has vanished from the configuration, and so has `up`. */
export function unscraped({ job }: AnyProducer, when: When = {}): Effect {
  return { kind: 'unscraped', job, ...during(when) };
}

/** The producer is started anew, too quickly for a scrape to miss it: its counters begin at 0. */
export function restart({ job }: AnyProducer, at: Duration): Effect {
  return { kind: 'restart', job, at: secondsOf(at) };
}

/** Something is counted so many times as often as usual. */
export function scaled<E extends AnyVector>(counted: E & ValidCounted<E>, factor: number, when: When = {}): Effect {
  return { kind: 'pace', about: aboutOf(counted), factor, keepsHistory: false, ...during(when) };
}

/** Something is counted so many times a second, in each series of it. */
export function paced<E extends AnyVector>(counted: E & ValidCounted<E>, perSecond: number, when: When = {}): Effect {
  return { kind: 'pace', about: aboutOf(counted), perSecond, keepsHistory: false, ...during(when) };
}

/** Nothing is counted, though there was something once: the counter stands. */
export function quiet<E extends AnyVector>(counted: E & ValidCounted<E>, when: When = {}): Effect {
  return { kind: 'pace', about: aboutOf(counted), factor: 0, keepsHistory: true, ...during(when) };
}

/** Nothing was ever counted: the counter is there, and 0. */
export function never<E extends AnyVector>(counted: E & ValidCounted<E>): Effect {
  return { kind: 'pace', about: aboutOf(counted), factor: 0, keepsHistory: false, ...during({}) };
}

/** The producer has nothing to count, though it once had: everything it counts stands. */
export function idle({ job }: AnyProducer, when: When = {}): Effect {
  return { kind: 'pace', about: { job, but: [] }, factor: 0, keepsHistory: true, ...during(when) };
}

/**
 * A histogram observes otherwise than usual: this median, in the unit of its family, with this spread (the standard
 * deviation of the logarithm).
 */
export function observed<E extends AnyVector>(
  histogram: E & ValidObserved<E>,
  median: number,
  { spread = usualSpread, ...when }: When & { readonly spread?: number } = {},
): Effect {
  return { kind: 'observed', about: aboutOf(histogram), median, spread, ...during(when) };
}

/** The series are not exported. */
export function gone<E extends AnyVector>(metric: E & ValidBare<E>, when: When = {}): Effect {
  return { kind: 'absent', about: aboutOf(metric), ...during(when) };
}

/** The series are exported, though an effect before says that they are not. */
export function present<E extends AnyVector>(metric: E & ValidBare<E>, when: When = {}): Effect {
  return { kind: 'present', about: aboutOf(metric), ...during(when) };
}

/** The producer is up and exports nothing but some families: it sees nothing that it could count. */
export function blind({ job }: AnyProducer, { but, ...when }: When & { readonly but: readonly Metric[] }): Effect {
  return { kind: 'absent', about: { job, but: but.map(({ family }) => family.name) }, ...during(when) };
}

/**
 * Series that did not exist before: they begin with their first event. A value of an open label that the catalog does not
 * know is one that nobody has seen.
 */
export function appears<E extends AnyVector>(metric: E & ValidBare<E>, at: Duration): Effect {
  return { kind: 'appears', about: aboutOf(metric), at: secondsOf(at) };
}

/** The values that the open labels of a family have, instead of the catalog's examples. */
export function labelled<E extends AnyVector>(
  metric: E & ValidBare<E>,
  values: { readonly [Label in LabelsOf<E>]?: readonly string[] },
): Effect {
  return {
    kind: 'labels',
    about: aboutOf(metric),
    values: values as Readonly<Record<string, readonly string[]>>,
  };
}
