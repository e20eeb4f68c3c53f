import type { ComposeService } from './compose.js';
import { images } from './images.js';
import { hostMount, namedVolume } from './mount.js';

/**
 * The producers of a pack with synthetic data: `dashpack simulate`, from the repository that holds the configuration. It
 * is copied into a volume and installed there, since the packages that the host has may be for another platform.
 *
 * @param spec `pack`: its name; `ports`: those of its producers, all of them are waited for; `scenario`: default
 * `healthy`; `repository`: the folder of the configuration, default `${DASHPACK_REPOSITORY:-../../../..}`
 */
export function simulatedProducers(spec: {
  readonly pack: string;
  readonly ports: readonly [number, ...number[]];
  readonly scenario?: string;
  readonly repository?: string;
}): ComposeService {
  const { pack, ports, scenario = 'healthy', repository = '${DASHPACK_REPOSITORY:-../../../..}' } = spec;
  const exclude = ['node_modules', 'dist', '.git', 'secrets'].map((name) => `--exclude=./${name}`).join(' ');
  const steps = [
    `tar -C /repository ${exclude} -cf - . | tar -C /work -xf -`,
    'npm ci --no-audit --no-fund',
    'npm run --silent compile',
    `exec node bin/dashpack.js simulate --pack ${pack} --scenario ${scenario} --listen 0.0.0.0`,
  ];
  return {
    image: images.node,
    restart: 'unless-stopped',
    init: true,
    working_dir: '/work',
    command: ['sh', '-ec', steps.join(' && ')],
    volumes: [hostMount(repository, '/repository'), namedVolume(`${pack.replaceAll('-', '_')}_simulator`, '/work')],
    healthcheck: {
      test: ['CMD', 'node', '-e', probe(ports)],
      interval: '10s',
      timeout: '5s',
      retries: 6,
      start_period: '5m', // the first start installs packages
    },
  };
}

/** Ends with an error unless every port serves metrics. */
function probe(ports: readonly number[]): string {
  const urls = JSON.stringify(ports.map((port) => `http://127.0.0.1:${port}/metrics`));
  return `Promise.all(${urls}.map((url) => fetch(url).then((answer) => { if (!answer.ok) throw answer.status; }))).catch(() => process.exit(1))`;
}
