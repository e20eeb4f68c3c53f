import type { CommonOptions } from '../options/common.js';

/** The options of `snapshot`. */
export interface SnapshotOptions extends CommonOptions {
  readonly out: string;
  readonly scenario: readonly string[];
  readonly dashboard: readonly string[];
  readonly theme: string;
  readonly width: number;
  readonly check?: boolean;
  readonly browser?: string;
  readonly binaries?: string;
}
