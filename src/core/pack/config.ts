import type { Datasource } from '../catalog/datasource.js';
import { callerPosition } from '../catalog/caller.js';
import type { LintConfig } from '../model/lint-settings.js';
import type { Position } from '../model/position.js';
import { mapDatasources } from './in-environment.js';
import type { Pack } from './pack.js';

/** The default export of `dashpack.config.ts`. */
export interface Config {
  readonly kind: 'config';
  readonly packs: readonly Pack[];
  /** The options of `dashpack lint`. */
  readonly lint: LintConfig;
  readonly position: Position;
}

/**
 * Defines the configuration: the packs that are built, and what `dashpack lint` says about them.
 *
 * @param spec `defaultDatasource`: the one that Grafana takes where nothing is said, for packs that each have one of
 * their own and are loaded by one Grafana; `lint`: how severe the findings of which check are, what checks are told, and which findings are accepted
 *
 * @example
 * export default defineConfig({ packs: [peakTrade] });
 *
 * @example
 * export default defineConfig({
 *   packs: [peakTrade],
 *   lint: {
 *     severity: { 'panel/no-description': 'off' },
 *     suppress: [{ check: 'dashboard/refresh-too-fast', dashboard: 'wall', reason: 'a wall screen', until: '2027-06-30' }],
 *   },
 * });
 */
export function defineConfig(spec: {
  readonly packs: readonly Pack[];
  readonly defaultDatasource?: Datasource;
  readonly lint?: LintConfig;
}): Config {
  const { packs, defaultDatasource, lint = {} } = spec;
  return {
    kind: 'config',
    packs: defaultDatasource === undefined ? packs : packs.map((pack) => withDefault(pack, defaultDatasource.uid)),
    lint,
    position: callerPosition(defineConfig),
  };
}

function withDefault(pack: Pack, uid: string): Pack {
  return mapDatasources(pack, (datasource) => ({ ...datasource, isDefault: datasource.uid === uid }));
}
