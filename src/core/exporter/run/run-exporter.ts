import { setTimeout } from 'node:timers/promises';
import { servePage } from '../../live/serve/serve-page.js';
import type { AnyExporter, Environment } from '../exporter.js';
import { followFile, type FollowerState } from '../follow/follow-file.js';
import { createEventMetrics } from './event-metrics.js';

/** The options of a run of an exporter. */
export interface RunOptions {
  readonly exporter: AnyExporter;
  readonly environment: Environment;
  /** The events file, absolute. */
  readonly events: string;
  readonly from: 'start' | 'end';
  readonly address: string;
  readonly port: number;
  /** The clock, in Unix seconds. */
  readonly now: () => number;
  /** Hears what keeps the events file from being read, and, with `undefined`, that nothing does any more. */
  readonly onProblem: (problem: string | undefined) => void;
  /** In milliseconds, between two looks at the file. Default 200. */
  readonly interval?: number;
}

/** An exporter that serves its page and reads its file. */
export interface RunningExporter {
  /** Of the page. */
  readonly url: string;
  readonly state: () => FollowerState;
  /** Never ends by itself; throws what makes going on impossible. */
  readonly failed: Promise<never>;
  stop(): Promise<void>;
}

/**
 * Starts an exporter: first the port, then the file.
 *
 * @throws PortFailure where the port cannot be listened on
 */
export async function runExporter(options: RunOptions): Promise<RunningExporter> {
  const { exporter, environment, events, from, now, interval = 200 } = options;
  const stopping = new AbortController();
  const follower = followFile({
    path: events,
    from,
    sink: {
      line: (text) => metrics.line(text, now()),
      tooLong: () => metrics.tooLong(),
    },
  });
  const metrics = createEventMetrics(exporter, environment, follower.state, now);
  const { path, job } = exporter.producer;
  const server = await servePage(
    { path, contentType: metrics.contentType, text: metrics.page },
    { address: options.address, port: options.port, job },
  );
  const read = async (): Promise<void> => {
    let told: string | undefined;
    while (!stopping.signal.aborted) {
      await follower.poll(now);
      const { problem } = follower.state();
      if (problem !== told) options.onProblem(problem);
      told = problem;
      await setTimeout(interval, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const reading = read();
  const failed = new Promise<never>((_resolve, reject) => {
    reading.catch(reject);
  });
  failed.catch(() => undefined); // whoever waits for it hears of it
  return {
    url: server.url,
    state: follower.state,
    failed,
    async stop() {
      stopping.abort();
      follower.stop();
      await reading.catch(() => undefined);
      await Promise.all([server.close(), follower.close()]);
    },
  };
}
