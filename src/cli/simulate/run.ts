import { setTimeout } from 'node:timers/promises';
import { Failure } from '../../core/model/failure.js';
import type { Scenario } from '../../core/model/scenario.js';
import type { Pack } from '../../core/pack/pack.js';
import type { SimulatedClock } from '../../core/simulate/serve/run-producer.js';
import type { RunningSimulation } from '../../core/simulate/serve/run-simulation.js';
import type { Host } from '../host.js';
import { Interrupted, type Interruption } from '../interruption.js';
import { parseDuration } from '../parse-duration.js';
import { nothing, type Outcome } from '../outcome.js';
import { count } from '../print-list.js';
import type { SimulateOptions } from './options.js';

/** Runs the producers of a pack until their time is over, or a signal ends them: neither is a failure. */
export async function run(
  pack: Pack,
  scenario: Scenario,
  options: SimulateOptions,
  host: Host,
  interruption: Interruption,
): Promise<Outcome> {
  const { seed, speed, listen: address, portOffset } = options;
  const seconds = options.for === undefined ? undefined : parseDuration(options.for, '--for', '10m');
  assertPorts(pack, portOffset);
  const start = Date.now() / 1000;
  const { runSimulation } = await import('../../core/simulate/serve/run-simulation.js');
  const clock = clockOf(start, speed);
  const running = await runSimulation({ pack, scenario, seed, speed, start, clock, address, portOffset });
  try {
    if (options.quiet !== true) host.stderr.write(describe(pack, scenario, running));
    const ended = seconds === undefined ? running.failed : Promise.race([running.failed, waitFor(seconds)]);
    await interruption.wait(ended);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
  } finally {
    await running.stop();
  }
  const producers = running.producers.map(({ job, url, isUp, series, scrapes }) => ({
    job,
    url,
    isUp,
    series,
    scrapes: scrapes(),
  }));
  const scraped = producers.reduce((sum, { scrapes }) => sum + scrapes, 0);
  return {
    ...nothing,
    summary: `ended: ${count(scraped, 'scrape')} answered\n`,
    data: { pack: pack.name, scenario: scenario.name, seed, speed, start, producers },
  };
}

function assertPorts({ producers }: Pack, offset: number): void {
  const beyond = producers.find(({ port }) => port + offset > highestPort);
  if (beyond === undefined) return;
  throw new Failure(
    `--port-offset ${offset} moves ${beyond.job} to port ${beyond.port + offset}, which does not exist`,
    {
      next: `use an offset of up to ${highestPort - Math.max(...producers.map(({ port }) => port))}`,
    },
  );
}

function describe(pack: Pack, { name, summary, effects }: Scenario, { producers }: RunningSimulation): string {
  const widest = Math.max(...producers.map(({ job }) => job.length));
  const lines = producers.map(
    ({ job, url, isUp, series }) =>
      `  ${job.padEnd(widest)}  ${url}  ${isUp ? `${series} series` : 'dead: its port refuses connections'}\n`,
  );
  const unseen = effects.some(({ kind }) => kind === 'unscraped')
    ? ['  What vanishes from the configuration of Prometheus is served all the same: only a backfill shows it.\n']
    : [];
  return [`${pack.title}, ${name}: ${summary}\n`, ...lines, ...unseen].join('');
}

const highestPort = 65_535;

/** In milliseconds: a longer timer would fire at once. */
const longestTimer = 2 ** 31 - 1;

async function waitFor(seconds: number, signal?: AbortSignal): Promise<void> {
  const options = signal === undefined ? {} : { signal };
  let left = seconds * 1000;
  while (left > 0) {
    await setTimeout(Math.min(left, longestTimer), undefined, options);
    left -= longestTimer;
  }
}

function clockOf(start: number, speed: number): SimulatedClock {
  const now = (): number => (Date.now() / 1000 - start) * speed;
  return {
    now,
    async until(seconds, signal) {
      // Timers may be a moment early.
      while (now() < seconds && !signal.aborted) {
        await waitFor((seconds - now()) / speed, signal).catch(() => undefined);
      }
    },
  };
}
