import type { Pack } from '../../core/pack/pack.js';
import type { Host } from '../host.js';
import type { Interruption } from '../interruption.js';
import { bundleConfig } from './bundle-config.js';
import { findConfig } from './find-config.js';
import { loadConfig, type LoadedConfig } from './load-config.js';
import { selectPacks } from './select-packs.js';

/** A configuration, and those of its packs that the command line means. */
export interface LoadedPacks extends LoadedConfig {
  readonly packs: readonly Pack[];
}

/**
 * Finds, bundles and evaluates the configuration that the command line means.
 *
 * @throws Failure where there is none, or no pack of a name that `--pack` gives
 * @throws FaultsError where it cannot be read
 */
export async function loadPacks(
  { config, pack }: { readonly config?: string; readonly pack: readonly string[] },
  host: Host,
  interruption: Interruption,
): Promise<LoadedPacks> {
  const bundle = await bundleConfig(findConfig(config, host.cwd), host);
  const loaded = await interruption.wait(loadConfig(bundle, host.cwd));
  return { ...loaded, packs: selectPacks(loaded, pack) };
}
