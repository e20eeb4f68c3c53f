import { Registry } from 'prom-client';
import type { AnyExporter, Environment, LineHandler } from '../exporter.js';
import type { ExporterUpdates } from '../updates.js';
import type { FollowerState } from '../follow/follow-file.js';
import { registerFamily } from './families.js';
import { createGroups } from './groups.js';
import { registerOwnMetrics } from './own-metrics.js';
import { createSeriesStore } from './series-store.js';

/** The metrics of a running exporter. */
export interface EventMetrics extends LineHandler {
  /** The page that Prometheus scrapes, in its text format. */
  readonly page: () => Promise<string>;
  readonly contentType: string;
}

const mostGroups = 250;

/**
 * Makes the metrics of an exporter.
 *
 * @param file what is known of the events file. While it is not caught up, a page has the heartbeat and not the events:
 * counters that are still climbing to where they were before a restart would look like so many new events
 * @param now the clock, in Unix seconds
 */
export function createEventMetrics(
  exporter: AnyExporter,
  environment: Environment,
  file: () => FollowerState,
  now: () => number,
): EventMetrics {
  const alive = new Registry();
  const events = new Registry();
  const collectors = new Map(
    exporter.metrics.map((metric) => {
      const registry = exporter.heartbeat.includes(metric) ? alive : events;
      return [metric.family, registerFamily(metric.family, registry)] as const;
    }),
  );
  const groups = createGroups(exporter.boundedLabels, exporter.mostGroups ?? mostGroups, (labels) =>
    createSeriesStore(collectors, labels),
  );
  const own = registerOwnMetrics(alive, { file, groups: groups.counts });
  const updates: ExporterUpdates<string> = {
    ...createSeriesStore(collectors, {}),
    group(labels, time) {
      const clock = now();
      // What is read of the past was seen in the past: the runs of last week must not keep out those of today.
      return groups.take(labels, file().caughtUp ? clock : Math.min(time ?? clock, clock));
    },
    pinnedGroup: (labels) => groups.pin(labels),
    ignored: (field, because) => own.ignored(field, because),
  };
  const handler = exporter.start(updates, environment);
  return {
    line: (text, time) => handler.line(text, time),
    tooLong: () => handler.tooLong(),
    contentType: alive.contentType,
    async page() {
      const heartbeat = await alive.metrics();
      return file().caughtUp ? `${heartbeat}\n${await events.metrics()}` : heartbeat;
    },
  };
}
