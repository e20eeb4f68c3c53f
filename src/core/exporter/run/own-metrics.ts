import { Counter, Gauge, type Registry } from 'prom-client';
import type { FollowerState } from '../follow/follow-file.js';
import type { GroupCounts } from './groups.js';

/** The metrics of an exporter about itself, whatever it exports. */
export interface OwnMetrics {
  ignored(field: string, because: string): void;
}

/** The sources of its numbers when a page is made. */
export interface OwnSources {
  readonly file: () => FollowerState;
  readonly groups: () => GroupCounts;
}

/** Registers the families `dashpack_exporter_*`, which every exporter has besides those of its catalog. */
export function registerOwnMetrics(registry: Registry, { file, groups }: OwnSources): OwnMetrics {
  const registers = [registry];
  const counter = (name: string, help: string, read: () => number): void => {
    const metric: Counter = new Counter({
      name: `dashpack_exporter_${name}_total`,
      help,
      registers,
      collect() {
        metric.reset();
        metric.inc(read());
      },
    });
  };
  const gauge = (name: string, help: string, read: () => number): void => {
    const metric: Gauge = new Gauge({
      name: `dashpack_exporter_${name}`,
      help,
      registers,
      collect: () => metric.set(read()),
    });
  };
  gauge('file_readable', '1 while the events file is open.', () => Number(file().problem === undefined));
  gauge('catching_up', '1 while what the events file had at the start is being read.', () => Number(!file().caughtUp));
  gauge(
    'file_unread_bytes',
    'Bytes of the events file that were not read when it was last looked at.',
    () => file().unread,
  );
  counter('lines', 'Lines read, blank ones not counted.', () => file().lines);
  counter('lines_too_long', 'Lines that were longer than the limit, and dropped.', () => file().tooLong);
  counter('rotations', 'Times that another file stood in the place of the events file.', () => file().rotations);
  counter('truncations', 'Times that the events file was shortened.', () => file().truncations);
  gauge('label_sets', 'Combinations of bounded labels that have series of their own.', () => groups().size);
  counter('label_sets_retired', 'Combinations whose series were removed for others.', () => groups().retired);
  counter('overflowed_events', 'Events counted under __overflow__.', () => groups().overflowed);
  const ignored = new Counter({
    name: 'dashpack_exporter_values_ignored_total',
    help: 'Values that were left out of events that count otherwise.',
    labelNames: ['field', 'reason'],
    registers,
  });
  return { ignored: (field, reason) => ignored.inc({ field, reason }) };
}
