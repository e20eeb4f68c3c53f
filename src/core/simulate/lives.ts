import type { Effect, Scenario } from '../model/scenario.js';
import { holds } from './about.js';

/** The events in the life of a producer as a whole, in seconds from the start of the scenario. */
export interface Lives {
  /** When it was started last, up to a time; undefined before the first start. */
  startBefore(time: number): number | undefined;
  /** True where its port answers. */
  isUp(time: number): boolean;
  /** True where Prometheus has it as a target. */
  isScraped(time: number): boolean;
  /** When any of these changes, ascending. */
  readonly changes: readonly number[];
}

/**
 * The lives of a producer: restarts begin new ones, and so does the end of a time in which it was dead.
 *
 * @param since when it was started first
 */
export function livesOf({ effects }: Scenario, job: string, since: number): Lives {
  const own = effects.filter((effect): effect is JobEffects => 'job' in effect && effect.job === job);
  const downs = own.filter((effect) => effect.kind === 'down');
  const unscraped = own.filter((effect) => effect.kind === 'unscraped');
  const restarts = own.flatMap((effect) => (effect.kind === 'restart' ? [effect.at] : []));
  const starts = [since, ...restarts, ...downs.map(({ to }) => to)].filter((at) => at >= since && at < Infinity);
  const ascending = starts.toSorted((a, b) => a - b);
  const edges = [...ascending, ...[...downs, ...unscraped].flatMap(({ from, to }) => [from, to])];
  return {
    startBefore: (time) => ascending.findLast((at) => at <= time),
    isUp: (time) => time >= since && !downs.some((effect) => holds(effect, time)),
    isScraped: (time) => !unscraped.some((effect) => holds(effect, time)),
    changes: [...new Set(edges)].filter(Number.isFinite).toSorted((a, b) => a - b),
  };
}

type JobEffects = Extract<Effect, { readonly job: string }>;
