import type { CommonOptions } from '../options/common.js';

/** The things that `exporter` can do with an exporter. */
export type ExporterAction = 'run' | 'emit' | 'smoke';

/** The options of `exporter`. */
export interface ExporterOptions extends CommonOptions {
  /** The address that is listened on. */
  readonly listen: string;
  readonly from: 'start' | 'end';
  /** Where sample events go; by default where the exporter reads. */
  readonly out?: string;
  readonly n: number;
  readonly intervalMs: number;
  readonly runId?: string;
}
