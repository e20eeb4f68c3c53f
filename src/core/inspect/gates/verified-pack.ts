import type { BuiltDashboard } from '../../built/built-dashboard.js';
import type { Pack } from '../../pack/pack.js';

/** A rule that a server of the pack should have loaded. */
export interface BuiltRule {
  readonly kind: 'alert' | 'record';
  readonly name: string;
  readonly group: string;
  /** The name of its file. */
  readonly file: string;
  readonly expr: string;
  /** The uid of the datasource whose server loads it. */
  readonly server: string;
}

/** A pack, what it builds, and what is on disk of it. */
export interface VerifiedPack {
  readonly pack: Pack;
  readonly dashboards: readonly BuiltDashboard[];
  readonly rules: readonly BuiltRule[];
  /** The generated files on disk, by their paths in the pack's folder. */
  readonly files: ReadonlyMap<string, string>;
  /** Uids of dashboards that its links may lead to: of every pack, and of those that are said to be elsewhere. */
  readonly targets: ReadonlySet<string>;
}
