import type { SignInOptions } from '../live/sign-in.js';
import type { ConnectOptions } from '../live/connect.js';

/** What `audit` is told. */
export interface AuditOptions extends SignInOptions, ConnectOptions {
  readonly config?: string;
  readonly pack: readonly string[];
  readonly prometheus: readonly string[];
  readonly grafana?: string;
  /** Audits the dashboards that Grafana has. */
  readonly fetch?: boolean;
  readonly file: readonly string[];
  /** Only dashboards with these uids. */
  readonly dashboard: readonly string[];
  /** A PromQL duration. */
  readonly window?: string;
  readonly format: string;
  readonly color: boolean;
  readonly quiet?: boolean;
}

/** Whether dashboards are audited that no pack builds: they may name datasources that no pack has. */
export function isForeign({ file, fetch }: Pick<AuditOptions, 'file' | 'fetch'>): boolean {
  return file.length > 0 || fetch === true;
}
