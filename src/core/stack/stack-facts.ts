import type { Alertmanager } from './alertmanager.js';

/** Where the generated files of one server stand, in the pack's folder. */
export interface ServerFacts {
  readonly uid: string;
  /** The folder of its `prometheus.yml`. */
  readonly config: string;
  /** The folder of its rules, where that is not below `config`. */
  readonly rules: string | undefined;
}

/** The knowledge of a stack about its pack. Paths are relative to the pack's folder. */
export interface StackFacts {
  readonly pack: string;
  /** The folder in which Grafana finds the dashboards. */
  readonly dashboardsPath: string;
  /** The file of the home dashboard. */
  readonly home: string | undefined;
  /** The file that provisions the datasources. */
  readonly datasources: string;
  /** The environment variables from which Grafana takes the passwords of datasources. */
  readonly passwords: readonly string[];
  readonly servers: readonly ServerFacts[];
  readonly alertmanager: Alertmanager | undefined;
}

/** How containers are connected: by a network of the stack, or by that of the (Linux) host. */
export type Network = 'stack' | 'linux-host';
