import type { AnyProducer } from '../../catalog/producer-of.js';
import type { Scenario } from '../../model/scenario.js';
import { livesOf } from '../lives.js';
import { partsOf, simulate, type Simulated } from '../series.js';
import { runProducer, type RunningProducer, type SimulatedClock } from './run-producer.js';
import { simulatedPage } from './simulated-page.js';

/** The producers that are run, and how. */
export interface SimulationRun {
  readonly pack: Simulated & { readonly producers: readonly AnyProducer[] };
  readonly scenario: Scenario;
  readonly seed: number;
  /** How many seconds of the scenario pass in one. */
  readonly speed: number;
  /** When the scenario starts: a Unix time in seconds. */
  readonly start: number;
  readonly clock: SimulatedClock;
  /** The address to listen on. */
  readonly address: string;
  /** Is added to every port of the contract. */
  readonly portOffset: number;
}

/** A producer of a running simulation. */
export interface SimulatedProducer {
  readonly job: string;
  readonly url: string;
  /** True where it answers at the start. */
  readonly isUp: boolean;
  /** The series that it exports then. */
  readonly series: number;
  /** How often it was scraped so far. */
  readonly scrapes: () => number;
}

/** A running simulation. */
export interface RunningSimulation {
  readonly producers: readonly SimulatedProducer[];
  /** Never ends by itself; throws what makes going on impossible. */
  readonly failed: Promise<never>;
  stop(): Promise<void>;
}

/** Producers had been running for so long when the scenario starts, in seconds. */
const ranBefore = 900;

/**
 * Runs all producers of a pack.
 *
 * @throws PortFailure where a port cannot be listened on; nothing is left running then
 */
export async function runSimulation(run: SimulationRun): Promise<RunningSimulation> {
  const { pack, scenario, seed, speed, start, clock, address, portOffset } = run;
  const children = simulate(pack, scenario, { seed, start, since: start - ranBefore });
  // Whoever reads a timestamp compares it with a clock that is not in a hurry.
  const shownTime = (unix: number): number => start + (unix - start) / speed;
  const running: (SimulatedProducer & RunningProducer)[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((producer) => producer.stop()));
  };
  try {
    for (const { job, port, path } of pack.producers) {
      const own = children.filter((child) => child.job === job);
      const lives = livesOf(scenario, job, -ranBefore);
      const page = simulatedPage(own, lives, shownTime);
      const producer = await runProducer(path, page, lives, { address, port: port + portOffset, job }, clock);
      const shown = own.filter((child) => child.valueAt(0) !== undefined);
      running.push({
        ...producer,
        job,
        isUp: lives.isUp(0),
        series: shown.reduce((sum, child) => sum + partsOf(child).length, 0),
      });
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { producers: running, failed: Promise.race(running.map(({ failed }) => failed)), stop };
}
