import { durationSeconds } from '../promql/duration.js';
import type { Scenario } from '../model/scenario.js';
import type { ProducerFacts } from '../model/metric.js';
import { livesOf, type Lives } from './lives.js';
import { fractionOf } from './random.js';

/** A Prometheus server, as far as its scrapes go. */
export interface ScrapingServer {
  readonly datasource: { readonly uid: string; readonly scrapesItself?: boolean };
  readonly producers: readonly ProducerFacts[];
}

/** A target of a server, and when it is scraped. */
export interface Target {
  readonly job: string;
  readonly instance: string;
  readonly lives: Lives;
  /** Unix times in milliseconds, ascending. */
  readonly times: readonly number[];
}

/** How a server scrapes. All times are Unix times in seconds. */
export interface Scrapes {
  readonly from: number;
  readonly to: number;
  /** Before the last so many seconds, scrapes are half a minute apart. */
  readonly denseFor: number;
  readonly seed: number;
  readonly start: number;
  readonly since: number;
  /** Where the server reaches producers that do not say another host. */
  readonly targetHost: string;
}

/** Seconds between two scrapes of what is long ago, where the contract has no more. */
const sparse = 30;

/** By how much a scrape is late or early, as a share of the interval. */
const jitter = 0.03;

const itself = { job: 'prometheus', port: 9090, host: 'localhost', scrapeInterval: '15s' } as const;

/** The targets of a server. */
export function targetsOf(server: ScrapingServer, scenario: Scenario, scrapes: Scrapes): readonly Target[] {
  const { datasource, producers } = server;
  return [...producers, ...(datasource.scrapesItself === true ? [itself] : [])].map(
    ({ job, host = scrapes.targetHost, port, scrapeInterval }): Target => {
      const lives = livesOf(scenario, job, scrapes.since - scrapes.start);
      const times = scrapeTimes(
        `${scrapes.seed} ${datasource.uid} ${job}`,
        durationSeconds(scrapeInterval) ?? 15,
        scrapes,
      );
      return {
        job,
        instance: `${host}:${port}`,
        lives,
        times: times.filter((time) => lives.isScraped(time / 1000 - scrapes.start)),
      };
    },
  );
}

/** No two targets are scraped at once, no interval is exact, and none falls on a whole second, as evaluations do. */
function scrapeTimes(key: string, interval: number, { from, to, denseFor }: Scrapes): readonly number[] {
  const times: number[] = [];
  let time = from + interval * fractionOf(`${key} offset`);
  for (let index = 0; time < to; index += 1) {
    const milliseconds = Math.round(time * 1000);
    times.push(milliseconds % 1000 === 0 ? milliseconds + 1 : milliseconds);
    const usual = time < to - denseFor ? Math.max(interval, sparse) : interval;
    time += usual * (1 + jitter * (2 * fractionOf(`${key} scrape ${index}`) - 1));
  }
  return times;
}
