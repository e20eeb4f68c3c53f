import type { Scenario } from '../../core/model/scenario.js';
import type { WorldSpec } from './world.js';

/**
 * The present of every proof: a Unix time in seconds. Always the same, so that the same queries return the same; far
 * enough from the edge of a block that one block holds the whole history.
 */
export const present = 1_800_000_000;

const minutes = (count: number): number => count * 60;

type Times = Pick<WorldSpec, 'from' | 'to' | 'denseFor' | 'rulesFrom'>;

/** Three hours while all is well: the last as producers are scraped, the two before with a scrape each half minute. */
export const healthyTimes: Times = {
  from: present - minutes(180),
  to: present,
  denseFor: minutes(60),
  rulesFrom: present - minutes(175),
};

/** Long enough before a scenario for what it changes to be seen. */
export function scenarioTimes({ shownAt }: Scenario): Times {
  return {
    from: present - shownAt - minutes(75),
    to: present,
    denseFor: shownAt + minutes(15),
    rulesFrom: present - shownAt - minutes(10),
  };
}
