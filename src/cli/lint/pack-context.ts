import { packLookup } from '../../core/pack/pack-lookup.js';
import type { LintContext } from '../../core/lint/check.js';
import type { Pack } from '../../core/pack/pack.js';
import { durationSeconds } from '../../core/promql/duration.js';

/** The knowledge of checks about a pack. */
export function packContext(pack: Pack): Pick<LintContext, 'catalog' | 'pack' | 'recorded' | 'scrapeInterval'> {
  const families = pack.metrics.map(({ family }) => family);
  const intervals = pack.producers
    .map(({ scrapeInterval }) => durationSeconds(scrapeInterval))
    .filter((each) => each !== undefined);
  return {
    catalog: packLookup(pack),
    pack: {
      name: pack.name,
      roles: pack.roles.map(({ name, pinned, variable }) => ({
        name,
        pinned,
        variable,
        uid: pack.bindings[name]?.uid ?? '',
      })),
      uids: new Set(pack.datasources.map(({ uid }) => uid)),
    },
    recorded: new Set(families.filter(({ origin }) => origin === 'recorded').map(({ name }) => name)),
    // Of several, the shortest: what is too short for it is too short for all.
    scrapeInterval: intervals.length === 0 ? undefined : Math.min(...intervals),
  };
}
