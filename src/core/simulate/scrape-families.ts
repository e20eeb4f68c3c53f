import type { Child } from './child.js';
import { fractionOf } from './random.js';
import type { Target } from './targets.js';

/** How many samples each scrape of a target had. */
export interface Tally {
  /** Samples, by scrape. */
  readonly samples: readonly number[];
  /** Series that the scrape before did not have, by scrape. */
  readonly added: readonly number[];
  /** Counts a child. @param parts how many series it has */
  count(values: readonly ReturnType<Child['valueAt']>[], parts: number): void;
}

/** A tally of nothing yet. */
export function createTally({ times }: Target): Tally {
  const samples = times.map(() => 0);
  const added = times.map(() => 0);
  return {
    samples,
    added,
    count(values, parts) {
      for (const [index, value] of values.entries()) {
        if (value === undefined) continue;
        samples[index] = (samples[index] ?? 0) + parts;
        if (values[index - 1] === undefined) added[index] = (added[index] ?? 0) + parts;
      }
    },
  };
}

/** A series that a scrape adds. */
export interface ScrapeFamily {
  readonly name: string;
  readonly help: string;
  readonly valueAt: (target: Target, tally: Tally, scrape: number) => number;
}

/**
 * The families that a scrape adds for each target.
 *
 * @param key what durations follow from
 * @param start the Unix time of the scenario's start, in seconds
 */
export function scrapeFamilies(key: string, start: number): readonly ScrapeFamily[] {
  const isUp = ({ lives, times }: Target, scrape: number): boolean => lives.isUp((times[scrape] ?? 0) / 1000 - start);
  return [
    {
      name: 'up',
      help: '1 while the scrape of the target succeeds, 0 while it fails.',
      valueAt: (target, _, scrape) => (isUp(target, scrape) ? 1 : 0),
    },
    {
      name: 'scrape_duration_seconds',
      help: 'Time that the scrape took.',
      valueAt: (target, { samples }, scrape) => {
        const chance = fractionOf(`${key} ${target.job} took ${scrape}`);
        if (!isUp(target, scrape)) return Number((0.0004 + 0.0004 * chance).toFixed(6)); // refused at once
        return Number((0.001 + 0.00001 * (samples[scrape] ?? 0) * (0.5 + chance)).toFixed(6));
      },
    },
    {
      name: 'scrape_samples_scraped',
      help: 'Samples that the target exposed.',
      valueAt: (_, { samples }, scrape) => samples[scrape] ?? 0,
    },
    {
      name: 'scrape_samples_post_metric_relabeling',
      help: 'Samples that were left after relabeling.',
      valueAt: (_, { samples }, scrape) => samples[scrape] ?? 0,
    },
    {
      name: 'scrape_series_added',
      help: 'Series that were new in the scrape.',
      valueAt: (_, { added }, scrape) => added[scrape] ?? 0,
    },
  ];
}
