import type { ComposeService, Dependency } from './compose.js';
import { connection, inProfile, wgetHealthcheck } from './container.js';
import { images } from './images.js';
import { generatedMount, namedVolume } from './mount.js';
import { serverService, type GrafanaContainer, type Stack } from './stack.js';
import type { Network, StackFacts } from './stack-facts.js';

/** Where Grafana looks for what it provisions. */
export const provisioningRoot = '/etc/grafana/provisioning';

/** The port that the image listens on. */
const insidePort = 3000;

/** Grafana, with the pack's dashboards and datasources. */
export function grafanaService(
  container: GrafanaContainer,
  stack: Stack,
  facts: StackFacts,
  network: Network,
): ComposeService {
  const published = container.port ?? 3000;
  const port = network === 'linux-host' ? published : insidePort;
  const { pack, dashboardsPath, home, datasources } = facts;
  const waitsFor = network === 'linux-host' || stack.reach === 'host' ? {} : serversOf(stack);
  return {
    image: images.grafana,
    restart: 'unless-stopped',
    ...inProfile(container.profile),
    ...connection(network, { published, inside: insidePort }),
    environment: {
      ...(network === 'linux-host' ? { GF_SERVER_HTTP_ADDR: '127.0.0.1', GF_SERVER_HTTP_PORT: `${port}` } : {}),
      GF_ANALYTICS_CHECK_FOR_UPDATES: 'false',
      GF_ANALYTICS_REPORTING_ENABLED: 'false',
      GF_SECURITY_ADMIN_PASSWORD: '${GF_SECURITY_ADMIN_PASSWORD:?set it to the password of the Grafana admin}',
      GF_SECURITY_ADMIN_USER: '${GF_SECURITY_ADMIN_USER:-admin}',
      ...(home === undefined
        ? {}
        : { GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH: home.replace('grafana/dashboards', dashboardsPath) }),
      ...Object.fromEntries(
        facts.passwords.map((name) => [name, `\${${name}:?set it to the password of the datasource}`]),
      ),
      ...container.environment,
    },
    healthcheck: wgetHealthcheck(port, '/api/health'),
    ...(Object.keys(waitsFor).length === 0 ? {} : { depends_on: waitsFor }),
    volumes: [
      generatedMount(pack, 'grafana/dashboards', dashboardsPath),
      generatedMount(
        pack,
        `grafana/provisioning/dashboards/${pack}.yaml`,
        `${provisioningRoot}/dashboards/${pack}.yaml`,
      ),
      generatedMount(pack, datasources, `${provisioningRoot}/datasources/${pack}.yaml`),
      namedVolume(container.volume ?? 'grafana_data', '/var/lib/grafana'),
    ],
  };
}

function serversOf({ servers }: Stack): Readonly<Record<string, Dependency>> {
  return Object.fromEntries(
    Object.entries(servers).map(([uid, server]): [string, Dependency] => [
      serverService(uid, server),
      { condition: 'service_healthy', ...(server.profile === undefined ? {} : { required: false }) },
    ]),
  );
}
