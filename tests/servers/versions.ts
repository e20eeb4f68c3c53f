import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe } from 'vitest';

/** A version of Prometheus that tests run on, and the other servers of the same release of Debian. */
export interface Servers {
  readonly title: 'Prometheus 2' | 'Prometheus 3';
  readonly prometheus: string;
  readonly promtool: string;
  readonly amtool: string;
  readonly victoriaMetrics: string;
}

/** Those that are installed: Debian 12 has Prometheus 2.42. */
export const installed: Servers = {
  title: 'Prometheus 2',
  prometheus: 'prometheus',
  promtool: 'promtool',
  amtool: 'amtool',
  victoriaMetrics: 'victoria-metrics',
};

const repository = resolve(import.meta.dirname, '../..');
const { folder } = JSON.parse(readFileSync(join(repository, 'scripts/servers/next-release.json'), 'utf8')) as {
  readonly folder: string;
};
const program = (name: string): string => join(repository, folder, name);

/** Those of the next release, which `npm run servers` brings: Prometheus 3. */
export const next: Servers = {
  title: 'Prometheus 3',
  prometheus: program('prometheus'),
  promtool: program('promtool'),
  amtool: program('amtool'),
  victoriaMetrics: program('victoria-metrics'),
};

/** True where the servers of the next release are there. Where they are not, the gate `prometheus 3` says so. */
export const hasNext = spawnSync(next.promtool, ['--version']).error === undefined;

/** Describes tests on each version of Prometheus; those on the next are skipped where it is missing. */
export function describeOnEach(body: (servers: Servers) => void): void {
  for (const servers of [installed, next])
    describe.skipIf(servers === next && !hasNext)(`on ${servers.title}`, () => {
      body(servers);
    });
}
