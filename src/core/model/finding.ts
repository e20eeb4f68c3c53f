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
  /** Where the place ends: the first character that is no part of it. */
  readonly end?: { readonly line: number; readonly column: number };
  /** The piece of text that is meant, where it is part of a longer one. */
  readonly excerpt?: Excerpt;
  /** The dashboard that it is about. */
  readonly dashboard?: { readonly uid?: string; readonly title: string };
  /** The panel that it is about. */
  readonly panel?: { readonly id?: number; readonly title: string };
  /** The next step about it. */
  readonly fix?: string;
}

/** A text, such as a query, and the part of it that is meant: from the first UTF-16 unit, to behind the last. */
export interface Excerpt {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}
