import type { Transport } from '../../../live/transport.js';
import type { Server } from '../../../pack/servers.js';

/** A server that may answer. */
export interface LiveTarget {
  readonly transport: Transport;
  /** Somebody named it: where it does not answer, that is no reason to go on. */
  readonly isExplicit: boolean;
}

/** A Prometheus server of packs, and the way to it. */
export interface LiveServer extends LiveTarget {
  /** As messages name it: `LOCAL, SHADOW (prom_local_9092)`. */
  readonly title: string;
  readonly server: Server;
  /** The name of the pack. */
  readonly pack: string;
}

/** A Grafana, and the way to it. */
export interface LiveGrafana extends LiveTarget {
  /** True where there is something to sign in with. */
  readonly hasCredentials: boolean;
}
