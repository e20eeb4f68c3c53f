import { Registry } from 'prom-client';
import { registerFamily, type Collector } from '../../exporter/run/families.js';
import type { MetricFamily } from '../../model/metric.js';
import type { Child, Observations } from '../child.js';
import type { Lives } from '../lives.js';
import { middlesOf } from '../log-normal.js';

/** The metrics page of a simulated producer. */
export interface SimulatedPage {
  readonly contentType: string;
  /** The page at a time, in seconds from the start of the scenario. Times do not go back. */
  at(time: number): Promise<string>;
}

/**
 * Keeps the client library at what the pure functions say: counters are increased, observations observed, as a producer
 * would. A new life of the producer begins with a new registry.
 *
 * @param children those of the producer
 * @param shownTime turns a time that a gauge shows into the one that the reader's clock shows
 */
export function simulatedPage(
  children: readonly Child[],
  lives: Lives,
  shownTime: (unix: number) => number,
): SimulatedPage {
  let registry = new Registry();
  let life: number | undefined;
  let families: readonly LivingFamily[] = [];
  return {
    contentType: registry.contentType,
    async at(time) {
      const current = lives.startBefore(time);
      if (families.length === 0 || current !== life) {
        registry = new Registry();
        life = current;
        families = [...new Set(children.map(({ family }) => family))].map((family) =>
          livingFamily(family, children, registry, shownTime),
        );
      }
      for (const family of families) family.update(time);
      return registry.metrics();
    },
  };
}

interface LivingFamily {
  update(time: number): void;
}

/** A family is registered while any of its children is there: without labels it would show 0 from then on. */
function livingFamily(
  family: MetricFamily,
  all: readonly Child[],
  registry: Registry,
  shownTime: (unix: number) => number,
): LivingFamily {
  const children = all.filter((child) => child.family === family);
  const known = new Map<Child, number | Observations>();
  const middles = middlesOf(family.buckets ?? []);
  let collector: Collector | undefined;
  return {
    update(time) {
      for (const child of children) {
        const value = child.valueAt(time);
        if (value === undefined) {
          if (known.delete(child)) collector?.metric.remove({ ...child.labels });
          continue;
        }
        collector ??= registerFamily(family, registry);
        raise(collector, child, value, known.get(child), middles, shownTime);
        known.set(child, value);
      }
      if (known.size > 0 || collector === undefined) return;
      registry.removeSingleMetric(family.name);
      collector = undefined;
    },
  };
}

function raise(
  { type, metric }: Collector,
  { labels, family }: Child,
  value: number | Observations,
  before: number | Observations | undefined,
  middles: readonly number[],
  shownTime: (unix: number) => number,
): void {
  if (typeof value === 'number') {
    if (type === 'counter') metric.inc({ ...labels }, value - (typeof before === 'number' ? before : 0));
    if (type === 'gauge') metric.set({ ...labels }, family.unit === 'unixSeconds' ? shownTime(value) : value);
    return;
  }
  if (type !== 'histogram') return;
  if (before === undefined) metric.zero({ ...labels });
  const child = metric.labels({ ...labels });
  const counted = typeof before === 'object' ? before.counts : [];
  for (const [index, count] of value.counts.entries()) {
    for (let times = counted[index] ?? 0; times < count; times += 1) child.observe(middles[index] ?? 0);
  }
}
