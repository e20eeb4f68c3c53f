import { readFileSync } from 'node:fs';
import type { Config } from '../../core/pack/config.js';
import type { Bundle } from './bundle-config.js';
import { evaluateBundle } from './evaluate-bundle.js';
import { FaultsError } from '../fault.js';
import type { Places } from './places.js';
import { relativePath } from '../relative-path.js';

/** A configuration as it was evaluated. */
export interface LoadedConfig {
  readonly config: Config;
  readonly places: Places;
  /** As of the bundle. */
  readonly isPure: boolean;
  readonly inputs: Bundle['inputs'];
}

/**
 * Evaluates a bundled configuration.
 *
 * @throws FaultsError where it throws, or where its default export is not `defineConfig(…)`
 */
export async function loadConfig(bundle: Bundle, cwd: string): Promise<LoadedConfig> {
  const { exports, places } = await evaluateBundle(bundle, cwd);
  const config = exports['default'];
  if (isConfig(config)) return { config, places, isPure: bundle.isPure, inputs: bundle.inputs };
  const found = config === undefined ? 'there is no default export' : `the default export is ${nameKind(config)}`;
  throw new FaultsError([
    {
      message: `the configuration must export defineConfig(…) by default, but ${found}`,
      position: findDefaultExport(bundle.file, cwd),
      next: 'write: export default defineConfig({ packs: [myPack] });',
      exitCode: 2,
    },
  ]);
}

function isConfig(value: unknown): value is Config {
  if (!hasKind(value, 'config') || !('packs' in value) || !Array.isArray(value.packs)) return false;
  return value.packs.every((each: unknown) => hasKind(each, 'pack'));
}

function hasKind(value: unknown, kind: string): value is { readonly kind: string } {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind;
}

function nameKind(value: unknown): string {
  if (hasKind(value, 'config')) return 'defineConfig(…) with something in packs that is not pack(…)';
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? 'a function' : String(value);
  return 'kind' in value && typeof value.kind === 'string' ? `a ${value.kind}` : 'a plain object';
}

function findDefaultExport(file: string, cwd: string) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const index = lines.findIndex((line) => /^\s*export\s+default\b|\bas\s+default\b/.test(line));
  return { file: relativePath(cwd, file), line: index === -1 ? 1 : index + 1, column: 1 };
}
