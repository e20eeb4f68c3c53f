import type { Position } from './position.js';

/** How severe the findings of a check are; `off` does not run it. `warn` is another word for `warning`. */
export type LintLevel = 'off' | 'note' | 'warn' | 'warning' | 'error';

/** The options of checks, by their ids. The page of a check says what it can be told. */
export type LintOptions = { readonly [check: string]: { readonly [option: string]: unknown } | undefined };

/** A finding that is accepted, and why. */
export interface Suppression {
  /** The id of a check, `panel/no-title`, or a group, `panel`. */
  readonly check: string;
  /** The uid of the dashboard. Default: every dashboard. */
  readonly dashboard?: string;
  /** The title or the id of the panel. Default: everything of the dashboard. */
  readonly panel?: string | number;
  /** The files, from the working folder, as a glob: `dashboards/legacy/**`. Default: all. */
  readonly path?: string;
  /** Why it is accepted. */
  readonly reason: string;
  /** The last day on which it is accepted: `2026-12-31`. Default: for ever. */
  readonly until?: string;
}

/** A finding of one panel that is accepted, and why: written on the panel. */
export type PanelSuppression = Pick<Suppression, 'check' | 'reason' | 'until'>;

/** The part of `defineConfig` about `dashpack lint`. */
export interface LintConfig {
  /** How severe findings are, by the ids of checks or by groups; the id wins. */
  readonly severity?: { readonly [check: string]: LintLevel };
  readonly options?: LintOptions;
  readonly suppress?: readonly Suppression[];
}

/** A suppression and the line that wrote it. */
export interface PlacedSuppression extends Suppression {
  readonly position?: Position | undefined;
}
