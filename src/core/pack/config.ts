import type { Pack } from './pack.js';

/** What `dashpack.config.ts` exports by default. */
export interface Config {
  readonly kind: 'config';
  readonly packs: readonly Pack[];
}

/**
 * Defines the configuration: the packs that are built.
 *
 * @example
 * export default defineConfig({ packs: [peakTrade] });
 */
export function defineConfig(spec: { readonly packs: readonly Pack[] }): Config {
  return { kind: 'config', packs: spec.packs };
}
