import type { CommonOptions } from '../options/common.js';

/** The options of `simulate`. Durations and times are texts yet. */
export interface SimulateOptions extends CommonOptions {
  readonly scenario: string;
  readonly list?: true;
  readonly seed: number;
  readonly speed: number;
  readonly portOffset: number;
  readonly listen: string;
  readonly for?: string;
  /** The file that history is written to, instead of running producers. */
  readonly backfill?: string;
  /** The uid of the datasource whose history it is. */
  readonly server?: string;
  readonly from: string;
  readonly to: string;
}
