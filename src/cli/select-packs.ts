import { Failure } from '../core/model/failure.js';
import type { Config } from '../core/pack/config.js';
import type { Pack } from '../core/pack/pack.js';
import { nearest } from '../core/promql/nearest.js';

/**
 * The packs that `--pack` names; without it, all of them.
 *
 * @throws Failure where a name is none of them
 */
export function selectPacks({ packs }: Config, names: readonly string[]): readonly Pack[] {
  const known = packs.map(({ name }) => name);
  for (const name of names) {
    if (known.includes(name)) continue;
    const meant = nearest(name, known);
    throw new Failure(`there is no pack "${name}"${meant === undefined ? '' : `: did you mean "${meant}"?`}`, {
      next: known.length === 0 ? 'list a pack in defineConfig({ packs: […] })' : `use --pack with ${known.join(' or ')}`,
    });
  }
  return names.length === 0 ? packs : packs.filter(({ name }) => names.includes(name));
}
