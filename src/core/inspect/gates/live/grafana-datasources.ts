import { fetchDatasourceHealth } from '../../../live/grafana/datasource-health.js';
import { fetchDatasources, type GrafanaDatasource } from '../../../live/grafana/datasources.js';
import type { Datasource } from '../../../catalog/datasource.js';
import { failed, judged, passed, skipped, type GateResult } from '../gate-result.js';
import { look } from '../look.js';
import type { VerifiedPack } from '../verified-pack.js';
import type { LiveGrafana } from './live-server.js';

/** Gates: Grafana has the datasources of a pack as a file of the pack provisions them, and reaches them. */
export async function checkGrafanaDatasources(
  { pack, files }: VerifiedPack,
  { transport }: LiveGrafana,
  parseYaml: (text: string) => unknown,
): Promise<readonly GateResult[]> {
  const urls = provisionedUrls(files, parseYaml);
  const results: GateResult[] = [];
  for (const datasource of pack.datasources) {
    const { uid } = datasource;
    let isThere = false;
    const result = await look({ check: 'grafana.datasource', subject: uid }, transport, async (noted) => {
      const found = (await fetchDatasources(noted)).find((each) => each.uid === uid);
      isThere = found !== undefined;
      if (found === undefined) {
        const next = 'see that Grafana mounts grafana/provisioning/datasources, and what its log says of it';
        return failed('Grafana has no datasource with this uid', next);
      }
      const wanted = new Set([datasource.url, ...(urls.get(uid) ?? [])]);
      return judged(
        problemsOf(found, datasource, wanted),
        `provisioned: ${found.type} at ${found.url}`,
        'Grafana has it otherwise',
        'restart Grafana, which provisions datasources when it starts; another file may provision the same uid',
      );
    });
    results.push(result);
    if (isThere) results.push(await checkHealth(datasource, transport));
  }
  return results;
}

function checkHealth(datasource: Datasource, transport: LiveGrafana['transport']): Promise<GateResult> {
  const { uid } = datasource;
  return look({ check: 'grafana.datasource-health', subject: uid }, transport, async (noted) => {
    const { status, message } = await fetchDatasourceHealth(noted, uid);
    if (status.toUpperCase() === 'OK') return passed(message === '' ? 'Grafana reaches it' : message);
    if (datasource.type === 'prometheus' && datasource.isOptional === true)
      return skipped(`it is optional, and Grafana does not reach it: ${message}`, 'start it, if you want its panels');
    return failed(
      `Grafana does not reach it: ${message}`,
      'see that the server runs, and that its address is right from where Grafana runs: 127.0.0.1 in a container is the container',
    );
  });
}

function problemsOf(found: GrafanaDatasource, { uid, type }: Datasource, urls: ReadonlySet<string>): readonly string[] {
  return [
    ...(found.name === uid ? [] : [`its name is ${found.name}, and variables match names: it must be ${uid}`]),
    ...(found.type === type ? [] : [`its type is ${found.type}, not ${type}`]),
    ...(urls.has(found.url) ? [] : [`its address is ${found.url}, not ${[...urls].join(' or ')}`]),
    ...(found.readOnly ? [] : ['no file provisioned it: anybody can change it']),
  ];
}

/** The addresses that the pack's files give its datasources: those of stacks differ from the pack's own. */
function provisionedUrls(
  files: ReadonlyMap<string, string>,
  parseYaml: (text: string) => unknown,
): ReadonlyMap<string, readonly string[]> {
  const urls = new Map<string, readonly string[]>();
  for (const [path, text] of files) {
    if (!/(?:grafana\/provisioning\/datasources\/[^/]+|\/grafana\/datasources)\.ya?ml$/.test(path)) continue;
    const { datasources = [] } = parseYaml(text) as {
      readonly datasources?: readonly { readonly uid: string; readonly url: string }[];
    };
    for (const { uid, url } of datasources) urls.set(uid, [...(urls.get(uid) ?? []), url]);
  }
  return urls;
}
