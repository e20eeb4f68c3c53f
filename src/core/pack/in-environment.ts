import type { Datasource } from '../catalog/datasource.js';
import type { Stack } from '../stack/stack.js';
import type { Pack } from './pack.js';

/** The differences of another environment. */
export interface EnvironmentSpec<RoleName extends string> {
  /** Other urls of the pack's datasources, by uid. */
  readonly urls?: Readonly<Record<string, string>>;
  /** Roles that are bound otherwise, to datasources that the pack may not have yet. */
  readonly bindings?: { readonly [R in RoleName]?: Datasource };
  /** Where Prometheus reaches the producers. */
  readonly targetHost?: string;
  /** The stacks that start it with compose there; default none, since the pack's own stacks are for where it was declared. */
  readonly stacks?: readonly Stack[];
}

/**
 * The same pack in another environment: dashboards and rules are the same, their datasources are not, and the scrape
 * jobs and rules of a role move to the server it is bound to. Datasources that nothing is bound to any more go.
 *
 * @throws RangeError for the url of a datasource that the pack does not have
 *
 * @example
 * export default defineConfig({
 *   packs: [inEnvironment(peakTrade, { bindings: { SHADOW: datasource('prom_shadow', { url: 'http://shadow:9090' }) } })],
 * });
 */
export function inEnvironment<RoleName extends string>(
  pack: Pack<RoleName>,
  spec: EnvironmentSpec<RoleName>,
): Pack<RoleName> {
  const { urls = {}, bindings = {} } = spec;
  const known = pack.datasources.map(({ uid }) => uid);
  for (const uid of Object.keys(urls)) {
    if (known.includes(uid)) continue;
    throw new RangeError(
      `pack "${pack.name}" has no datasource "${uid}" to give another url; it has ${known.join(', ')}`,
    );
  }
  const moved = mapDatasources(pack, (datasource) => {
    const url = urls[datasource.uid];
    return url === undefined ? datasource : { ...datasource, url };
  });
  const rebound = { ...moved.bindings, ...bindings };
  const bound = new Set(Object.values<Datasource>(rebound));
  const before = new Set(Object.values<Datasource>(moved.bindings));
  return {
    ...moved,
    bindings: rebound,
    datasources: [
      ...moved.datasources.filter((datasource) => bound.has(datasource) || !before.has(datasource)),
      ...[...bound].filter((datasource) => !moved.datasources.includes(datasource)),
    ],
    targetHost: spec.targetHost ?? pack.targetHost,
    stacks: spec.stacks ?? [],
  };
}

/** A pack whose datasources are others, wherever they stand. */
export function mapDatasources<RoleName extends string>(
  pack: Pack<RoleName>,
  change: (datasource: Datasource) => Datasource,
): Pack<RoleName> {
  const changed = new Map<Datasource, Datasource>();
  const of = (datasource: Datasource): Datasource => {
    const known = changed.get(datasource) ?? change(datasource);
    changed.set(datasource, known);
    return known;
  };
  const bindings = Object.entries<Datasource>(pack.bindings).map(([role, bound]) => [role, of(bound)]);
  return {
    ...pack,
    datasources: pack.datasources.map(of),
    bindings: Object.fromEntries(bindings) as Pack<RoleName>['bindings'],
  };
}
