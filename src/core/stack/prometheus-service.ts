import type { ComposeService } from './compose.js';
import { connection, inProfile, wgetHealthcheck } from './container.js';
import { images } from './images.js';
import { containerRoot, generatedMount, namedVolume } from './mount.js';
import type { ServerContainer } from './stack.js';
import type { Network, ServerFacts } from './stack-facts.js';

/** The port that Prometheus listens on in its container. */
export const prometheusPort = 9090;

/**
 * One of the pack's Prometheus servers. The container sees generated folders at the same paths below one root as they
 * have in the pack's folder, so that rule files that are named relative to the configuration are found in both. Folders
 * are mounted, not files: a build replaces files, and a mounted file would stay the old one.
 */
export function prometheusService(
  container: ServerContainer,
  { uid, config, rules }: ServerFacts,
  pack: string,
  network: Network,
): ComposeService {
  const root = containerRoot(pack);
  const port = network === 'linux-host' ? container.port : prometheusPort;
  return {
    image: images.prometheus,
    restart: 'unless-stopped',
    ...inProfile(container.profile),
    ...connection(network, { published: container.port, inside: prometheusPort }),
    command: [
      `--config.file=${root}/${config}/prometheus.yml`,
      '--storage.tsdb.path=/prometheus',
      ...(container.retention === undefined ? [] : [`--storage.tsdb.retention.time=${container.retention}`]),
      ...(network === 'linux-host' ? [`--web.listen-address=127.0.0.1:${port}`] : []),
      ...(container.lifecycle === true ? ['--web.enable-lifecycle'] : []),
    ],
    healthcheck: wgetHealthcheck(port, '/-/healthy'),
    volumes: [
      generatedMount(pack, config, `${root}/${config}`),
      ...(rules === undefined ? [] : [generatedMount(pack, rules, `${root}/${rules}`)]),
      namedVolume(container.volume ?? `${uid}_data`, '/prometheus'),
    ],
  };
}
