import { skipped, type GateResult } from '../gate-result.js';
import type { VerifiedPack } from '../verified-pack.js';
import { checkGrafanaDashboards } from './grafana-dashboards.js';
import { checkGrafanaDatasources } from './grafana-datasources.js';
import { checkGrafanaHealth } from './grafana-health.js';
import { checkGrafanaLinks } from './grafana-links.js';
import { checkGrafanaLogin } from './grafana-login.js';
import type { LiveGrafana } from './live-server.js';

const behind = ['grafana.dashboard', 'grafana.role-variables', 'grafana.links', 'grafana.datasource'] as const;

/** Looks at a Grafana: how it is, and whether it has what the packs build. */
export async function checkGrafana(
  grafana: LiveGrafana,
  packs: readonly VerifiedPack[],
  parseYaml: (text: string) => unknown,
): Promise<readonly GateResult[]> {
  const health = await checkGrafanaHealth(grafana);
  if (health.verdict !== 'pass') return [health, ...leftOut(packs, 'no Grafana answers', 'grafana.health')];
  const login = await checkGrafanaLogin(grafana);
  // Without credentials a Grafana may answer all the same, where it lets anybody look.
  if (login.verdict === 'fail') return [health, login, ...leftOut(packs, 'nobody is signed in', 'grafana.login')];
  const results: GateResult[] = [health, login];
  for (const verified of packs) {
    const { results: dashboards, found } = await checkGrafanaDashboards(verified, grafana);
    results.push(...dashboards);
    results.push(await checkGrafanaLinks(verified.pack.name, found, grafana));
    results.push(...(await checkGrafanaDatasources(verified, grafana, parseYaml)));
  }
  return results;
}

function leftOut(packs: readonly VerifiedPack[], reason: string, above: string): readonly GateResult[] {
  return packs.flatMap(({ pack }) =>
    behind.map((check) => ({ check, subject: pack.name, ...skipped(reason, `see ${above} above`) })),
  );
}
