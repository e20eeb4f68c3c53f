import { searchDashboards } from '../../../live/grafana/search.js';
import { dashboardLinks } from '../../../document/find/links.js';
import type { ReadDashboard } from '../../../document/read-dashboard.js';
import { judged, skipped, type GateResult } from '../gate-result.js';
import { counted } from '../../../pack/page/markdown.js';
import { look } from '../look.js';
import type { LiveGrafana } from './live-server.js';

/** A gate: every link between dashboards that Grafana has leads to one that it has. */
export function checkGrafanaLinks(
  pack: string,
  dashboards: readonly ReadDashboard[],
  { transport }: LiveGrafana,
): Promise<GateResult> {
  return look({ check: 'grafana.links', subject: pack }, transport, async (noted) => {
    if (dashboards.length === 0) return skipped('no dashboard could be fetched', 'see grafana.dashboard above');
    const links = dashboards.flatMap(({ title, ...dashboard }) =>
      [...dashboardLinks({ title, ...dashboard })].map(({ uid, link }) => ({ uid, link, title })),
    );
    const known = new Set((await searchDashboards(noted)).map(({ uid }) => uid));
    const problems = links
      .filter(({ uid }) => !known.has(uid))
      .map(({ title, link, uid }) => `${JSON.stringify(title)}: ${JSON.stringify(link.title)} leads to ${uid}`);
    return judged(
      [...new Set(problems)],
      `${counted(links.length, 'link')} checked: all lead to dashboards that Grafana has`,
      `${problems.length} of ${counted(links.length, 'link')} lead to dashboards that Grafana does not have`,
      'provision the pack that has the dashboard, or take out the link',
    );
  });
}
