import type { ListenAddress } from '../../live/serve/port-failure.js';
import { servePage, type PageServer } from '../../live/serve/serve-page.js';
import type { Lives } from '../lives.js';
import type { SimulatedPage } from './simulated-page.js';

/** Time as a simulation needs it. */
export interface SimulatedClock {
  /** Seconds from the start of the scenario. */
  readonly now: () => number;
  /** Waits until then; ends early, without an error, where the signal says so. */
  readonly until: (seconds: number, signal: AbortSignal) => Promise<void>;
}

/** A simulated producer that is running. */
export interface RunningProducer {
  readonly url: string;
  /** How often its page was read. */
  readonly scrapes: () => number;
  /** Never ends by itself; throws where the port of a producer that comes back is taken. */
  readonly failed: Promise<never>;
  stop(): Promise<void>;
}

/**
 * Serves a simulated producer: while it is dead its port refuses connections.
 *
 * @throws PortFailure where the port cannot be listened on
 */
export async function runProducer(
  path: string,
  page: SimulatedPage,
  lives: Lives,
  listen: ListenAddress,
  clock: SimulatedClock,
): Promise<RunningProducer> {
  const stopping = new AbortController();
  let scrapes = 0;
  let latest = -Infinity;
  let server: PageServer | undefined;
  const open = async (): Promise<void> => {
    server = await servePage(
      {
        path,
        contentType: page.contentType,
        text() {
          scrapes += 1;
          latest = Math.max(latest, clock.now()); // a clock that is set back makes no counter shrink
          return page.at(latest);
        },
      },
      listen,
    );
  };
  const close = async (): Promise<void> => {
    await server?.close();
    server = undefined;
  };
  if (lives.isUp(clock.now())) await open();
  const live = async (): Promise<void> => {
    for (const change of lives.changes.filter((at) => at > clock.now())) {
      await clock.until(change, stopping.signal);
      if (stopping.signal.aborted) return;
      if (lives.isUp(change) && server === undefined) await open();
      if (!lives.isUp(change)) await close();
    }
  };
  const living = live();
  const forever = new Promise<never>(nothing);
  const host = listen.address.includes(':') ? `[${listen.address}]` : listen.address;
  return {
    url: `http://${host}:${listen.port}${path}`,
    scrapes: () => scrapes,
    failed: living.then(() => forever),
    async stop() {
      stopping.abort();
      await living.catch(() => undefined);
      await close();
    },
  };
}

function nothing(): void {
  // A promise that is never settled.
}
