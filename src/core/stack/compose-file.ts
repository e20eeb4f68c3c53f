import { alertmanagerServices } from './alertmanager-services.js';
import type { ComposeFile, ComposeService } from './compose.js';
import { grafanaService } from './grafana-service.js';
import { prometheusService } from './prometheus-service.js';
import { serverService, type Stack } from './stack.js';
import type { Network, StackFacts } from './stack-facts.js';

/** The secret files of the host: beside the generated files, in the repository's root, unless the environment says otherwise. */
const secretsFolder = '${DASHPACK_SECRETS:-../../../../secrets}';

/** The compose file of a stack. Volumes and secrets are declared where services use them. */
export function composeFile(stack: Stack, facts: StackFacts, network: Network): ComposeFile {
  const services: Readonly<Record<string, ComposeService>> = {
    ...serversOf(stack, facts, network),
    ...(stack.grafana === undefined ? {} : { grafana: grafanaService(stack.grafana, stack, facts, network) }),
    ...(stack.alertmanager === undefined || facts.alertmanager === undefined
      ? {}
      : alertmanagerServices(stack.alertmanager, facts.pack, network, facts.alertmanager)),
    ...stack.services,
  };
  const all = Object.values(services);
  const volumes = all.flatMap((each) => each.volumes ?? []).filter(({ type }) => type === 'volume');
  const secrets = all.flatMap((each) => each.secrets ?? []);
  const folder = stack.alertmanager?.secrets ?? secretsFolder;
  return {
    name: `${facts.pack}-${stack.name}`,
    services,
    ...(volumes.length === 0 ? {} : { volumes: Object.fromEntries(volumes.map(({ source }) => [source, {}])) }),
    ...(secrets.length === 0
      ? {}
      : { secrets: Object.fromEntries(secrets.map((name) => [name, { file: `${folder}/${name}` }])) }),
  };
}

function serversOf(stack: Stack, facts: StackFacts, network: Network): Readonly<Record<string, ComposeService>> {
  const entries = facts.servers.flatMap((server): readonly (readonly [string, ComposeService])[] => {
    const container = stack.servers[server.uid];
    if (container === undefined) return [];
    return [[serverService(server.uid, container), prometheusService(container, server, facts.pack, network)]];
  });
  return Object.fromEntries(entries);
}
