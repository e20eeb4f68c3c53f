// The servers of Debian's next release, which has Prometheus 3: where they are, and whether they run.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const {
  suite,
  folder: path,
  programs,
} = JSON.parse(readFileSync(join(import.meta.dirname, 'next-release.json'), 'utf8'));

/** The programs, and the packages of Debian's that have them. */
export { programs, suite };

/** Where they are unpacked, absolute. */
export const folder = join(import.meta.dirname, '../..', path);

/** Why nothing can be checked with the programs in a folder, as one sentence; undefined where it can. */
export function lacking(where = folder) {
  for (const name of Object.keys(programs)) {
    const { error, status, stdout, stderr } = spawnSync(join(where, name), ['--version'], { encoding: 'utf8' });
    if (error?.code === 'ENOENT') return `Prometheus 3 is not here (no ${name}): npm run servers`;
    if (error !== undefined || status !== 0) return `${name} of Debian's ${suite} does not run here`;
    const version = `${stdout}${stderr}`.trim().split('\n')[0];
    if (name === 'prometheus' && !/version 3\./.test(version))
      return `Debian's ${suite} has no Prometheus 3: ${version}`;
  }
  return undefined;
}
