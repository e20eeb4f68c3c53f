import { catalogLookup } from '../catalog/lookup.js';
import type { Lookup } from '../promql/analyze/lookup.js';
import type { Pack } from './pack.js';

const known = new WeakMap<Pack, Lookup>();

/** The catalog of a pack, by the names of its series: made once, whoever asks. */
export function packLookup(pack: Pack): Lookup {
  const made = known.get(pack) ?? lookupOf([pack]);
  known.set(pack, made);
  return made;
}

/** The catalogs of several packs as one; that of one pack where there is only one, undefined where there is none. */
export function packsLookup(packs: readonly Pack[]): Lookup | undefined {
  const [first, ...others] = packs;
  if (first === undefined) return undefined;
  return others.length === 0 ? packLookup(first) : lookupOf(packs);
}

function lookupOf(packs: readonly Pack[]): Lookup {
  return catalogLookup(packs.flatMap(({ metrics }) => metrics.map(({ family }) => family)));
}
