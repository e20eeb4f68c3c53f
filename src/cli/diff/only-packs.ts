import type { Side } from '../../core/diff/side.js';
import type { Pack } from '../../core/pack/pack.js';
import type { SkippedGate } from '../outcome.js';

/**
 * Narrows a side to the packs that are built: what stands in the folders of others is not gone, but not compared.
 *
 * @param all the packs of the configuration
 */
export function onlyPacks(
  side: Side,
  packs: readonly Pack[],
  all: readonly Pack[],
): readonly [Side, readonly SkippedGate[]] {
  const names = new Set(packs.map(({ name }) => name));
  const known = new Set(all.map(({ name }) => name));
  const left = new Set<string>();
  const isCompared = (file: string): boolean => {
    const [folder = '', ...rest] = file.split('/');
    if (rest.length === 0 || names.has(folder) || !files.has(folder)) return true;
    if (!known.has(folder)) left.add(folder);
    return false;
  };
  const files = new Set([...side.others.keys()].filter((file) => /^[^/]+\/manifest\.json$/.test(file)).map(packOf));
  const narrowed = {
    dashboards: side.dashboards.filter(({ file }) => isCompared(file)),
    rules: side.rules.filter(({ file }) => isCompared(file)),
    tests: side.tests.filter(({ file }) => isCompared(file)),
    others: new Map([...side.others].filter(([file]) => isCompared(file) && !/^[^/]+\/manifest\.json$/.test(file))),
  };
  return [
    narrowed,
    [...left].map((name) => ({ gate: `pack ${name}`, reason: 'the configuration has none of this name' })),
  ];
}

function packOf(file: string): string {
  return file.split('/')[0] ?? '';
}
