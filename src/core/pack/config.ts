import { callerPosition } from '../catalog/caller.js';
import type { LintConfig } from '../model/lint-settings.js';
import type { Position } from '../model/position.js';
import type { Pack } from './pack.js';

/** What `dashpack.config.ts` exports by default. */
export interface Config {
  readonly kind: 'config';
  readonly packs: readonly Pack[];
  /** What `dashpack lint` is told. */
  readonly lint: LintConfig;
  readonly position: Position;
}

/**
 * Defines the configuration: the packs that are built, and what `dashpack lint` says about them.
 *
 * @param spec `lint`: how severe the findings of which check are, what checks are told, and which findings are accepted
 *
 * @example
 * export default defineConfig({ packs: [peakTrade] });
 *
 * @example
 * export default defineConfig({
 *   packs: [peakTrade],
 *   lint: {
 *     severity: { 'panel/no-description': 'off' },
 *     suppress: [{ check: 'dashboard/refresh', dashboard: 'wall', reason: 'a wall screen', until: '2027-06-30' }],
 *   },
 * });
 */
export function defineConfig(spec: { readonly packs: readonly Pack[]; readonly lint?: LintConfig }): Config {
  return { kind: 'config', packs: spec.packs, lint: spec.lint ?? {}, position: callerPosition(defineConfig) };
}
