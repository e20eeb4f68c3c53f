import { callerPosition } from '../catalog/caller.js';
import type { Position } from '../model/position.js';
import { unknownKeys, type ComposeService } from './compose.js';

/** Grafana in a stack. */
export interface GrafanaContainer {
  /** On the host's loopback interface; default 3000. */
  readonly port?: number;
  /** It starts with this profile only; default always. */
  readonly profile?: string;
  /** The named volume of its database; default `grafana_data`. */
  readonly volume?: string;
  /** More settings, `GF_…`. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** The container of one of the pack's Prometheus servers. */
export interface ServerContainer {
  /** On the host's loopback interface. */
  readonly port: number;
  /** The name of the service; default the datasource's uid with `-` for `_`. */
  readonly service?: string;
  /** It starts with this profile only; default always. */
  readonly profile?: string;
  /** The named volume of its samples; default `<uid>_data`. */
  readonly volume?: string;
  /** How long samples are kept, as a PromQL duration; default Prometheus' own 15 days. */
  readonly retention?: string;
  /** True where `POST /-/reload`, and `POST /-/quit` with it, are open on the published port; default false. */
  readonly lifecycle?: boolean;
}

/** The containers of the pack's Alertmanager: the one that renders its configuration, and itself. */
export interface AlertmanagerContainer {
  /** On the host's loopback interface; default 9093. */
  readonly port?: number;
  /** Both start with this profile only; default always. */
  readonly profile?: string;
  /** The named volume of its silences and notifications; default `alertmanager_data`. */
  readonly volume?: string;
  /** The folder of the host with the secret files; default `${DASHPACK_SECRETS:-../../../../secrets}`. */
  readonly secrets?: string;
}

/** The services of a stack. */
export interface StackSpec {
  /** The purpose, in a sentence or two: the head of the file. */
  readonly about: string;
  /**
   * `containers`, the default: what runs in the stack is reached by its service's name. `host`: everything is reached
   * through the host's ports, wherever it runs, and there is a second file, `compose.linux-host.yml`, whose containers
   * share the network of a Linux host.
   */
  readonly reach?: 'containers' | 'host';
  readonly grafana?: GrafanaContainer;
  /** By the uid of the datasource. */
  readonly servers?: Readonly<Record<string, ServerContainer>>;
  /** The service at which servers find every producer; default where the pack says. */
  readonly producers?: string;
  readonly alertmanager?: AlertmanagerContainer;
  /** Whatever else runs. */
  readonly services?: Readonly<Record<string, ComposeService>>;
}

/** A stack: what one compose file runs. */
export interface Stack extends StackSpec {
  readonly kind: 'stack';
  /** The folder of its files: letters, digits and `-`. */
  readonly name: string;
  readonly reach: 'containers' | 'host';
  readonly servers: Readonly<Record<string, ServerContainer>>;
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly position: Position;
}

const stackName = /^[a-z0-9][a-z0-9-]*$/;

/**
 * Declares a stack of a pack: it becomes `compose/<name>/compose.yml`, with whatever of the pack's configuration is
 * different there.
 *
 * @throws RangeError for a name that is not a folder, and for a key of a service that stacks do not know
 *
 * @example
 * export const local = stack('local', {
 *   about: 'Grafana and one Prometheus.',
 *   grafana: {},
 *   servers: { prom_local: { port: 9090 } },
 * });
 */
export function stack(name: string, spec: StackSpec): Stack {
  if (!stackName.test(name)) {
    throw new RangeError(`the stack's name "${name}" cannot be a folder: use lower-case letters, digits and -`);
  }
  const { reach = 'containers', servers = {}, services = {} } = spec;
  for (const [service, definition] of Object.entries(services)) {
    const [unknown] = unknownKeys(definition);
    if (unknown === undefined) continue;
    throw new RangeError(
      `service "${service}" of stack "${name}" has "${unknown}", which stacks do not know: leave it out, or add it to ComposeService`,
    );
  }
  return { kind: 'stack', name, ...spec, reach, servers, services, position: callerPosition(stack) };
}

/** The name of a server's service. */
export function serverService(uid: string, { service }: ServerContainer): string {
  return service ?? uid.replaceAll('_', '-');
}
