import type { Datasource } from '../catalog/datasource.js';
import type { DashboardRef } from '../model/dashboard-ref.js';
import type { Finding } from '../model/finding.js';
import { printPosition, type Position } from '../model/position.js';
import type { Pack } from './pack.js';

/** The checks of packs that one Grafana loads side by side: at once, and for each dashboard. */
export interface PacksCheck {
  readonly findings: readonly Finding[];
  dashboard(pack: Pack, ref: DashboardRef, position: Position): readonly Finding[];
}

/**
 * Checks that packs do not collide in one Grafana: uids of dashboards and datasources, folders, providers and their
 * roots, the default datasource. Each finding names both sides.
 */
export function checkPacks(packs: readonly Pack[]): PacksCheck {
  const uids = new Map<string, { readonly pack: Pack; readonly position: Position }>();
  const folders = new Map<string, Pack>();
  return {
    findings: [...datasourceFindings(packs), ...defaultFindings(packs), ...providerFindings(packs)],
    dashboard(pack, { uid, folder }, position) {
      const findings: Finding[] = [];
      const before = uids.get(uid);
      if (before === undefined) uids.set(uid, { pack, position });
      else if (before.pack !== pack) {
        const message = `packs ${names(before.pack, pack)} both have a dashboard with the uid "${uid}": the other one is at ${printPosition(before.position)}; give one of them another`;
        findings.push(error('dashboard/duplicate-uid', uid, position, message));
      }
      const owner = folders.get(folder);
      if (owner === undefined) folders.set(folder, pack);
      else if (owner !== pack) {
        const message = `packs ${names(owner, pack)} both have dashboards in the folder "${folder}": Grafana lets only one provider own it; name the folder otherwise in one of them`;
        findings.push(error('dashboard/shared-folder', uid, position, message));
      }
      return findings;
    },
  };
}

function datasourceFindings(packs: readonly Pack[]): readonly Finding[] {
  const known = new Map<string, Pack>();
  return packs.flatMap((pack) =>
    pack.datasources.flatMap(({ uid }) => {
      const before = known.get(uid);
      known.set(uid, before ?? pack);
      if (before === undefined || before === pack) return [];
      const message = `packs ${names(before, pack)} both provision a datasource with the uid "${uid}": name it otherwise in one of them`;
      return [error('datasource/duplicate-uid', pack.name, pack.position, message)];
    }),
  );
}

function defaultFindings(packs: readonly Pack[]): readonly Finding[] {
  const defaults = packs.flatMap((pack) =>
    pack.datasources.filter(({ isDefault }) => isDefault).map((datasource): [Pack, Datasource] => [pack, datasource]),
  );
  const [first, second] = defaults;
  if (first === undefined || second === undefined || first[0] === second[0]) return [];
  const message = `"${first[1].uid}" of pack "${first[0].name}" and "${second[1].uid}" of pack "${second[0].name}" are both the default datasource, and Grafana does not start with two: say which one is, with defaultDatasource in defineConfig`;
  return [error('datasource/two-defaults', second[0].name, second[0].position, message)];
}

/** Grafana stops writing dashboards of providers whose roots overlap. */
function providerFindings(packs: readonly Pack[]): readonly Finding[] {
  return packs.flatMap((pack, index) =>
    packs.slice(0, index).flatMap((other) => {
      const findings: Finding[] = [];
      if (other.title === pack.title) {
        const message = `packs ${names(other, pack)} both have the title "${pack.title}", which names their providers in Grafana: name one of them otherwise`;
        findings.push(error('pack/duplicate-title', pack.name, pack.position, message));
      }
      if (isInside(pack.dashboardsPath, other.dashboardsPath) || isInside(other.dashboardsPath, pack.dashboardsPath)) {
        const message = `the dashboards of packs ${names(other, pack)} overlap: ${other.dashboardsPath} and ${pack.dashboardsPath}; give each a folder of its own`;
        findings.push(error('pack/overlapping-roots', pack.name, pack.position, message));
      }
      return findings;
    }),
  );
}

function isInside(path: string, root: string): boolean {
  return `${path.replace(/\/+$/, '')}/`.startsWith(`${root.replace(/\/+$/, '')}/`);
}

function names(a: Pack, b: Pack): string {
  return `"${a.name}" and "${b.name}"`;
}

function error(id: string, subject: string, position: Position, message: string): Finding {
  return { id, severity: 'error', subject, position, message };
}
