import type { Difference } from '../../../emit/compare.js';
import { failed, passed, type CheckResult } from '../../gate/check-result.js';
import { buildFirst } from './next-steps.js';

const states: Readonly<Record<Difference['kind'], string>> = {
  missing: 'is missing',
  changed: 'differs',
  superfluous: 'is not generated any more',
};

/** Whether what is on disk of a pack is what a build would write. */
export function checkZeroDiff(pack: string, files: number, differences: readonly Difference[]): CheckResult {
  const own = differences.filter((each) => each.pack === pack);
  const details = own.flatMap(({ path, kind, details: more }) => [
    `${path} ${states[kind]}`,
    ...more.map((line) => `  ${line}`),
  ]);
  return {
    check: 'files.zero-diff',
    subject: pack,
    ...(own.length === 0
      ? passed(`${files} files on disk are what build writes`)
      : failed(`${own.length} of ${files} files are not what build writes`, buildFirst, details)),
  };
}
