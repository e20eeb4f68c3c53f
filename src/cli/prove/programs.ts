import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { FaultsError } from '../fault.js';
import type { Host } from '../host.js';

/** The programs that queries are proved with: paths, or names that are looked for in `PATH`. */
export interface PrometheusPrograms {
  readonly prometheus: string;
  readonly promtool: string;
}

/** The programs that are installed. */
export const installedPrograms: PrometheusPrograms = { prometheus: 'prometheus', promtool: 'promtool' };

/** The programs in a folder, relative to the working folder. */
export function programsIn(folder: string, cwd: string): PrometheusPrograms {
  return { prometheus: resolve(cwd, folder, 'prometheus'), promtool: resolve(cwd, folder, 'promtool') };
}

/**
 * The version of Prometheus that the programs are, such as `2.42.0`.
 *
 * @throws FaultsError where one of them cannot be called, which says how to install it
 */
export function versionOf(programs: PrometheusPrograms, { env }: Pick<Host, 'env'>): string {
  const [version] = [programs.prometheus, programs.promtool].map((program) => {
    const options = { env: { PATH: env['PATH'] }, encoding: 'utf8' } as const;
    const { error, stdout, stderr } = spawnSync(program, ['--version'], options);
    if (error === undefined) return /version (\d[\d.]*)/.exec(`${stdout}${stderr}`)?.[1];
    throw new FaultsError([{ ...missing(program), exitCode: 3 }]);
  });
  return version ?? 'of an unknown version';
}

function missing(program: string): { readonly message: string; readonly next: string } {
  if (program.includes('/'))
    return { message: `${program} cannot be called`, next: 'name the folder of prometheus and promtool: --binaries' };
  return {
    message: `${program} is not installed, and proves the queries`,
    next: 'on Debian: apt-get update && apt-get install -y prometheus; elsewhere: https://prometheus.io/download',
  };
}
