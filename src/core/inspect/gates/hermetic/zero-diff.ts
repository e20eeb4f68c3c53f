import type { Difference } from '../../../emit/compare.js';
import { failed, passed, type GateResult } from '../gate-result.js';
import { counted } from '../../../pack/page/markdown.js';
import { buildFirst } from './next-steps.js';

const states: Readonly<Record<Difference['kind'], string>> = {
  missing: 'is missing',
  changed: 'differs',
  superfluous: 'is not generated any more',
};

/** A gate: the files of a pack on disk are what a build would write. */
export function checkZeroDiff(pack: string, files: number, differences: readonly Difference[]): GateResult {
  const own = differences.filter((each) => each.pack === pack);
  const details = own.flatMap(({ path, kind, details: more }) => [
    `${path} ${states[kind]}`,
    ...more.map((line) => `  ${line}`),
  ]);
  return {
    check: 'files.zero-diff',
    subject: pack,
    ...(own.length === 0
      ? passed(`${counted(files, 'file')} on disk as build writes them`)
      : failed(`${own.length} of ${counted(files, 'file')} not as build writes them`, buildFirst, details)),
  };
}
