import type { Clock } from '../../live/clock.js';
import type { Transport } from '../../live/transport.js';
import type { ProducerFacts } from '../../model/metric.js';
import type { Pack } from '../../pack/pack.js';
import type { LiveGrafana, LiveServer } from '../gates/live/live-server.js';
import type { Machine } from './machine.js';

/** A producer, and the way to it. */
export interface LiveProducer {
  readonly facts: ProducerFacts;
  readonly transport: Transport;
  /** True where it runs on this machine. */
  readonly isHere: boolean;
  /** The file that it reads, where somebody said which. */
  readonly file: string | undefined;
}

/** The settings of a diagnosis. */
export interface DoctorSettings {
  readonly pack: Pack;
  readonly producers: readonly LiveProducer[];
  readonly servers: readonly LiveServer[];
  readonly grafana: LiveGrafana;
  readonly machine: Machine;
  readonly clock: Clock;
  /** How long a file is watched, in milliseconds. */
  readonly watch: number;
}
