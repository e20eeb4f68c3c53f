import type { Artifact } from '../../model/artifact.js';
import type { Finding } from '../../model/finding.js';
import { alertmanagerTemplate } from '../../stack/alertmanager-template.js';
import { checkCompose, checkStack } from '../../stack/check-stack.js';
import type { GeneratedFiles } from '../../stack/check-paths.js';
import { composeFile } from '../../stack/compose-file.js';
import { renderScript } from '../../stack/render-script.js';
import type { Stack } from '../../stack/stack.js';
import type { Network } from '../../stack/stack-facts.js';
import type { PackEvent } from '../pack-event.js';
import type { Pack } from '../pack.js';
import { prometheusConfig, serverFolder } from '../prometheus-config.js';
import { dashboardProvider } from '../provisioning.js';
import { serversOf } from '../servers.js';
import { linuxHostFiles, stackFiles, type StackFiles } from '../stack-files.js';
import { yamlArtifact } from '../yaml-artifact.js';

/**
 * Builds what starts a pack: the template of its Alertmanager, and its stacks.
 *
 * @param written the paths of everything else that the pack generates
 */
export async function* buildStacks(pack: Pack, written: ReadonlySet<string>): AsyncGenerator<PackEvent> {
  const paths = new Set(written);
  yield { findings: homeFindings(pack, written) };
  for (const artifact of await alertmanagerFiles(pack)) {
    paths.add(artifact.path);
    yield { artifact, findings: [] };
  }
  for (const stack of pack.stacks) {
    const own = stackFiles(pack, stack);
    const findings = checkStack(stack, own.facts);
    yield { findings: [...findings, ...sameName(pack, stack)] };
    if (findings.length > 0) continue;
    yield* buildFile(pack, stack, own, 'stack', paths);
    if (stack.reach === 'host') yield* buildFile(pack, stack, linuxHostFiles(pack, stack, own), 'linux-host', paths);
  }
}

async function* buildFile(
  pack: Pack,
  stack: Stack,
  { files, facts }: StackFiles,
  network: Network,
  paths: Set<string>,
): AsyncGenerator<PackEvent> {
  for (const [path, content] of files) {
    if (paths.has(path)) continue;
    paths.add(path);
    yield { artifact: await yamlArtifact(path, content), findings: [] };
  }
  const compose = composeFile(stack, facts, network);
  const name = network === 'stack' ? 'compose.yml' : 'compose.linux-host.yml';
  const generated: GeneratedFiles = { paths, contents: new Map([...commonContents(pack), ...files]) };
  yield {
    artifact: await yamlArtifact(`compose/${stack.name}/${name}`, compose, headOf(stack, network)),
    findings: checkCompose(compose, stack, facts, generated),
  };
}

/** The files that every stack of a pack may load, and that name paths. */
function commonContents(pack: Pack): readonly (readonly [string, unknown])[] {
  return [
    [`grafana/provisioning/dashboards/${pack.name}.yaml`, dashboardProvider(pack)],
    ...serversOf(pack).map(
      (server) => [`${serverFolder(server)}/prometheus.yml`, prometheusConfig(server, pack)] as const,
    ),
  ];
}

async function alertmanagerFiles({ alertmanager }: Pack): Promise<readonly Artifact[]> {
  if (alertmanager === undefined) return [];
  return [
    await yamlArtifact('alertmanager/alertmanager.yml.template', alertmanagerTemplate(alertmanager)),
    { path: 'alertmanager/render.sh', text: renderScript(alertmanager) },
  ];
}

/** The head of a compose file. */
function headOf({ about, reach }: Stack, network: Network): string {
  if (network === 'linux-host')
    return `${about}\nThe variant for Linux: its containers share the network of the host, so that they reach what listens on 127.0.0.1 there.`;
  if (reach === 'containers') return about;
  return `${about}\nOn Linux, host.docker.internal does not reach what listens on 127.0.0.1: start compose.linux-host.yml there instead, or let it listen on the address of the Docker bridge.`;
}

function homeFindings({ home, name, position }: Pack, paths: ReadonlySet<string>): readonly Finding[] {
  if (home === undefined || paths.has(`grafana/dashboards/${home.folder}/${home.uid}.json`)) return [];
  const message = `the home dashboard "${home.uid}" is not one of the pack's: add it to dashboards, or name another`;
  return [{ id: 'pack/home-not-in-pack', severity: 'error', subject: name, position, message }];
}

function sameName({ stacks }: Pack, { name, position }: Stack): readonly Finding[] {
  const first = stacks.find((each) => each.name === name);
  if (first?.position === position) return [];
  const message = `two stacks are called "${name}": name one of them otherwise`;
  return [{ id: 'stack/duplicate-name', severity: 'error', subject: `stack ${name}`, position, message }];
}
