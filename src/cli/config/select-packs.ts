import { Failure } from '../../core/model/failure.js';
import { printPosition } from '../../core/model/position.js';
import type { Pack } from '../../core/pack/pack.js';
import { nearest } from '../../core/text/nearest.js';
import { FaultsError } from '../fault.js';
import type { LoadedConfig } from './load-config.js';

/**
 * The packs that `--pack` names; without it, all of them.
 *
 * @throws Failure where a name is none of them
 * @throws FaultsError where two packs have one name, and so one folder
 */
export function selectPacks({ config: { packs }, places }: LoadedConfig, names: readonly string[]): readonly Pack[] {
  for (const [index, pack] of packs.entries()) {
    const before = packs.slice(0, index).find(({ name }) => name === pack.name);
    if (before === undefined) continue;
    const other = printPosition(places.position(before.position));
    throw new FaultsError([
      {
        message: `two packs have the name "${pack.name}", which is their folder: the other one is at ${other}`,
        position: places.position(pack.position),
        next: 'give one of them another name',
        exitCode: 2,
      },
    ]);
  }
  const known = packs.map(({ name }) => name);
  for (const name of names) {
    if (known.includes(name)) continue;
    const meant = nearest(name, known);
    throw new Failure(`there is no pack "${name}"${meant === undefined ? '' : `: did you mean "${meant}"?`}`, {
      next:
        known.length === 0 ? 'list a pack in defineConfig({ packs: […] })' : `use --pack with ${known.join(' or ')}`,
    });
  }
  return names.length === 0 ? packs : packs.filter(({ name }) => names.includes(name));
}
