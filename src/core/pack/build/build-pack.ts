import { assembleDashboard } from '../../dashboard/assemble.js';
import { withDefaults, type Dashboard } from '../../dashboard/dashboard.js';
import type { JsonObject } from '../../model/json.js';
import { normalise } from '../../emit/normalise.js';
import { serialiseJson } from '../../emit/serialise.js';
import { Failure } from '../../model/failure.js';
import { buildServers } from './build-servers.js';
import { buildStacks } from './build-stacks.js';
import { checkPack } from '../check-pack.js';
import { PageFacts } from '../page/collect.js';
import { packPage } from '../page/page.js';
import type { DashboardThunk, Pack } from '../pack.js';
import type { PackEvent } from '../pack-event.js';
import { packLookup } from '../pack-lookup.js';
import { dashboardProvider, datasourceProvisioning } from '../provisioning.js';
import { yamlArtifact } from '../yaml-artifact.js';

/** Builds a pack, one file after the other: nothing of a dashboard is kept when the next one comes. */
export async function* buildPack(pack: Pack): AsyncGenerator<PackEvent> {
  const paths = new Set<string>();
  for await (const event of buildFiles(pack)) {
    if (event.artifact !== undefined) paths.add(event.artifact.path);
    yield event;
  }
  yield* buildStacks(pack, paths);
}

async function* buildFiles(pack: Pack): AsyncGenerator<PackEvent> {
  const check = checkPack(pack);
  const page = new PageFacts();
  yield { findings: check.findings };
  const lookup = packLookup(pack);
  for (const thunk of pack.dashboards()) {
    const dashboard = await definitionOf(thunk, pack);
    const { json, findings, facts } = assembleDashboard(dashboard, pack, lookup);
    const { uid, folder } = dashboard.ref;
    page.addDashboard(facts);
    const plain = normalise(json, `dashboard ${uid}`) as JsonObject;
    yield {
      artifact: { path: `grafana/dashboards/${folder}/${uid}.json`, text: serialiseJson(plain) },
      findings: [...findings, ...check.dashboard(facts)],
      dashboard: { json: plain, facts },
    };
  }
  yield { findings: check.finish() };
  const { name } = pack;
  yield {
    artifact: await yamlArtifact(`grafana/provisioning/dashboards/${name}.yaml`, dashboardProvider(pack)),
    findings: [],
  };
  yield {
    artifact: await yamlArtifact(`grafana/provisioning/datasources/${name}.yaml`, datasourceProvisioning(pack)),
    findings: [],
  };
  for await (const event of buildServers(pack, lookup)) {
    if (event.rules !== undefined) page.addRules(event.rules.facts);
    yield event;
  }
  yield { artifact: { path: 'README.md', text: packPage(pack, page) }, findings: [] };
}

/** The dashboard that a thunk of a pack hands over. */
export async function definitionOf(thunk: DashboardThunk, pack: Pack): Promise<Dashboard> {
  const result = await thunk();
  const dashboard = 'default' in result ? result.default : result;
  if (dashboard?.kind !== 'dashboard') {
    throw new Failure(`a dashboard of pack "${pack.name}" is not one: its function returned something else`, {
      next: 'list functions that import a file whose default export is dashboard(…): () => import("./my-dashboard.js")',
      position: pack.position,
    });
  }
  return withDefaults(dashboard, pack.dashboardDefaults);
}
