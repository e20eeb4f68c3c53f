import type { Alertmanager } from './alertmanager.js';
import type { ComposeService } from './compose.js';
import { connection, inProfile, wgetHealthcheck } from './container.js';
import { images } from './images.js';
import { containerRoot, generatedMount, namedVolume } from './mount.js';
import type { AlertmanagerContainer } from './stack.js';
import type { Network } from './stack-facts.js';

/** Where the rendered configuration stands, in both containers. */
const configFolder = '/amcfg';
const configVolume = 'alertmanager_config';

/** The port that Alertmanager listens on in its container. */
export const alertmanagerPort = 9093;

/** `nobody`, as whom the image runs. */
const nobody = '65534:65534';

/**
 * Alertmanager, and `am_init`, which renders its configuration from the secret files and ends. It runs as root, to read
 * secret files that only their owner may read, with nothing else that root may do, and without a network.
 */
export function alertmanagerServices(
  container: AlertmanagerContainer,
  pack: string,
  network: Network,
  { secretNames }: Alertmanager,
): Readonly<Record<string, ComposeService>> {
  const root = `${containerRoot(pack)}/alertmanager`;
  const published = container.port ?? alertmanagerPort;
  const port = network === 'linux-host' ? published : alertmanagerPort;
  const profile = inProfile(container.profile);
  return {
    am_init: {
      image: images.alertmanager,
      restart: 'no',
      ...profile,
      user: '0:0',
      cap_drop: ['ALL'],
      cap_add: ['CHOWN', 'DAC_OVERRIDE'],
      network_mode: 'none',
      read_only: true,
      entrypoint: ['/bin/sh', `${root}/render.sh`],
      environment: {
        OUTPUT: `${configFolder}/alertmanager.yml`,
        OWNER: nobody,
        SECRETS: '/run/secrets',
        TEMPLATE: `${root}/alertmanager.yml.template`,
      },
      secrets: secretNames,
      volumes: [generatedMount(pack, 'alertmanager', root), namedVolume(configVolume, configFolder)],
    },
    alertmanager: {
      image: images.alertmanager,
      restart: 'unless-stopped',
      ...profile,
      ...connection(network, { published, inside: alertmanagerPort }),
      command: [
        `--config.file=${configFolder}/alertmanager.yml`,
        '--storage.path=/alertmanager',
        '--cluster.listen-address=', // one Alertmanager: no gossip
        ...(network === 'linux-host' ? [`--web.listen-address=127.0.0.1:${port}`] : []),
      ],
      depends_on: { am_init: { condition: 'service_completed_successfully' } },
      healthcheck: wgetHealthcheck(port, '/-/healthy'),
      volumes: [
        namedVolume(configVolume, configFolder, { readOnly: true }),
        namedVolume(container.volume ?? 'alertmanager_data', '/alertmanager'),
      ],
    },
  };
}
