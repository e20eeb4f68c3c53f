/** `127.0.0.1:<host port>:<container port>`: what a stack publishes, nobody reaches from another machine. */
export type LoopbackPort = `127.0.0.1:${number}:${number}`;

/** A folder or file of the host. Compose does not create it where it is missing: a typing error is an error. */
export interface BindMount {
  readonly type: 'bind';
  /** Relative to the folder of the compose file, or absolute. */
  readonly source: string;
  /** Where the container sees it. */
  readonly target: string;
  readonly read_only?: boolean;
  readonly bind: { readonly create_host_path: false };
}

/** A named volume, which outlives its containers. */
export interface VolumeMount {
  readonly type: 'volume';
  readonly source: string;
  readonly target: string;
  readonly read_only?: boolean;
}

/** A mount: a part of the outside that a container sees. */
export type ComposeMount = BindMount | VolumeMount;

/** When a container is well. */
export interface Healthcheck {
  /** A program and its arguments, after `CMD`: no shell. */
  readonly test: readonly ['CMD', ...string[]];
  readonly interval?: string;
  readonly timeout?: string;
  readonly retries?: number;
  readonly start_period?: string;
}

/** A condition before a service starts. */
export interface Dependency {
  readonly condition: 'service_started' | 'service_healthy' | 'service_completed_successfully';
  /** False: only where its profile is on. */
  readonly required?: boolean;
}

/**
 * A service of a compose file, in compose's own words: the part of the specification that stacks use. `${NAME:?why}` and
 * `${NAME:-default}` are filled in from the environment; a `$` of its own is written `$$`.
 */
export interface ComposeService {
  /** With a version: `grafana/grafana:12.3.1`. */
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile?: string; readonly target?: string };
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly LoopbackPort[];
  readonly volumes?: readonly ComposeMount[];
  /** Names of the stack's secrets: files under `/run/secrets`. */
  readonly secrets?: readonly string[];
  readonly healthcheck?: Healthcheck;
  readonly depends_on?: Readonly<Record<string, Dependency>>;
  /** Without one it always starts. */
  readonly profiles?: readonly string[];
  readonly restart?: 'no' | 'always' | 'unless-stopped' | 'on-failure';
  readonly extra_hosts?: readonly string[];
  readonly network_mode?: 'host' | 'none';
  /** `uid:gid`. */
  readonly user?: string;
  readonly working_dir?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly cap_add?: readonly string[];
  readonly tmpfs?: readonly string[];
  readonly init?: boolean;
  readonly stop_grace_period?: string;
}

/** A compose file. */
export interface ComposeFile {
  readonly name: string;
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly volumes?: Readonly<Record<string, Readonly<Record<string, never>>>>;
  readonly secrets?: Readonly<Record<string, { readonly file: string }>>;
}

/** Every key that a service may have, so that none is written past the interface. */
const serviceKeys: Readonly<Record<keyof ComposeService, true>> = {
  image: true,
  build: true,
  command: true,
  entrypoint: true,
  environment: true,
  ports: true,
  volumes: true,
  secrets: true,
  healthcheck: true,
  depends_on: true,
  profiles: true,
  restart: true,
  extra_hosts: true,
  network_mode: true,
  user: true,
  working_dir: true,
  read_only: true,
  cap_drop: true,
  cap_add: true,
  tmpfs: true,
  init: true,
  stop_grace_period: true,
};

/** The keys of a service that stacks do not know. */
export function unknownKeys(service: ComposeService): readonly string[] {
  return Object.keys(service).filter((key) => !Object.hasOwn(serviceKeys, key));
}
