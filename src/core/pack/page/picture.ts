import type { Pack } from '../pack.js';
import { serversOf } from '../servers.js';
import type { PageDashboard } from './collect.js';

/** More dashboards than this stand in the picture by their folders. */
const mostNodes = 30;

/** Producers → Prometheus servers → datasources → dashboards, as a Mermaid flow chart. */
export function picture(pack: Pack, dashboards: readonly PageDashboard[]): string {
  const lines = ['flowchart LR'];
  const servers = serversOf(pack);
  for (const [index, producer] of pack.producers.entries()) {
    lines.push(`  producer${index}["${label(`${producer.job}<br/>:${producer.port}`)}"]`);
  }
  for (const [index, datasource] of pack.datasources.entries()) {
    const { uid } = datasource;
    const roles = rolesOf(pack, uid);
    const server = servers.find((each) => each.datasource === datasource);
    lines.push(`  source${index}{{"${label(`${uid}<br/>${roles.join(', ') || 'no role'}`)}"}}`);
    if (server === undefined) continue;
    lines.push(`  server${index}[("${label(`Prometheus<br/>${uid}`)}")]`);
    for (const producer of server.producers) {
      lines.push(`  producer${pack.producers.indexOf(producer)} --> server${index}`);
    }
    lines.push(`  server${index} --> source${index}`);
  }
  const nodes =
    dashboards.length > mostNodes ? byFolder(dashboards) : dashboards.map(({ title, roles }) => ({ title, roles }));
  for (const [index, { title, roles }] of nodes.entries()) {
    lines.push(`  dashboard${index}("${label(title)}")`);
    const asked = new Set(
      roles.map((role) => pack.datasources.findIndex(({ uid }) => uid === pack.bindings[role]?.uid)),
    );
    for (const source of [...asked].toSorted((a, b) => a - b)) {
      if (source >= 0) lines.push(`  source${source} --> dashboard${index}`);
    }
  }
  return lines.join('\n');
}

function byFolder(dashboards: readonly PageDashboard[]): readonly { title: string; roles: readonly string[] }[] {
  const folders = [...new Set(dashboards.map(({ folder }) => folder))];
  return folders.map((folder) => {
    const inside = dashboards.filter((dashboard) => dashboard.folder === folder);
    return {
      title: `${folder}: ${inside.length} dashboards`,
      roles: [...new Set(inside.flatMap(({ roles }) => roles))],
    };
  });
}

/** The roles that are bound to a datasource. */
function rolesOf(pack: Pack, uid: string): readonly string[] {
  return Object.entries(pack.bindings).flatMap(([role, bound]) => (bound.uid === uid ? [role] : []));
}

/** Mermaid knows entities written with `#`; line breaks are ours. */
function label(text: string): string {
  return text.replaceAll('"', '#quot;').replaceAll(/<(?!br\/>)/g, '#lt;');
}
