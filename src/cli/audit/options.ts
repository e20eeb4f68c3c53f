import type { CommonOptions } from '../options/common.js';
import type { ServerOptions } from '../options/server.js';

/** The options of `audit`. */
export interface AuditOptions extends CommonOptions, ServerOptions {
  /** Audits the dashboards that Grafana has. */
  readonly fetch?: boolean;
  readonly file: readonly string[];
  /** Only dashboards with these uids. */
  readonly dashboard: readonly string[];
  /** A PromQL duration. */
  readonly window?: string;
}

/** True where dashboards are audited that no pack builds: they may name datasources that no pack has. */
export function isForeign({ file, fetch }: Pick<AuditOptions, 'file' | 'fetch'>): boolean {
  return file.length > 0 || fetch === true;
}
