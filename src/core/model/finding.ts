import type { Position } from './position.js';

/** `error` is certainly wrong, `warning` is probably wrong, `note` is style. */
export type Severity = 'error' | 'warning' | 'note';

/** One problem: what is wrong, where, and, where there is one, the fix. */
export interface Finding {
  /** The check that found it, as `<group>/<id>`: `promql/rate-on-gauge`. */
  readonly id: string;
  readonly severity: Severity;
  /** One sentence that names the cause. */
  readonly message: string;
  /** The place in words: dashboard, panel, query. */
  readonly subject: string;
  /** The line that wrote it, where it is known. */
  readonly position?: Position;
  /** What to do about it. */
  readonly fix?: string;
}
