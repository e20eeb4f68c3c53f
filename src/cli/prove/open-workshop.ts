import type { Host } from '../host.js';
import { installedPrograms, programsIn, versionOf } from './programs.js';
import { projectHistories } from './project-histories.js';
import { Workshop } from './workshop.js';

/** The configuration whose histories are simulated, and with which programs. */
export interface WorkshopOptions {
  readonly config?: string;
  /** The folder of `prometheus` and `promtool`; default: those in `PATH`. */
  readonly binaries?: string;
}

/** A place for servers with simulated histories, and the version of Prometheus that they are. */
export interface OpenedWorkshop {
  readonly workshop: Workshop;
  readonly version: string;
}

/**
 * Opens a place for servers with simulated histories, those that the project remembers among them.
 *
 * @throws FaultsError where Prometheus is not installed; Failure where there is no configuration
 */
export function openWorkshop({ config, binaries }: WorkshopOptions, host: Host): OpenedWorkshop {
  const programs = binaries === undefined ? installedPrograms : programsIn(binaries, host.cwd);
  const version = versionOf(programs, host);
  return { workshop: new Workshop(programs, projectHistories(config, host, version)), version };
}
