import { dashboardLinks } from '../../../document/find/links.js';
import { judged, skipped, type GateResult } from '../gate-result.js';
import { counted } from '../../../pack/page/markdown.js';
import type { VerifiedPack } from '../verified-pack.js';
import { diskDashboards } from './disk-dashboards.js';
import { buildFirst } from './next-steps.js';

/** A gate: every link between dashboards on disk leads to one that exists. */
export function checkLinks(verified: VerifiedPack): GateResult {
  const about = { check: 'files.links', subject: verified.pack.name };
  const { dashboards } = diskDashboards(verified);
  if (dashboards.length === 0) return { ...about, ...skipped('there is no dashboard on disk', buildFirst) };
  const links = dashboards.flatMap(({ path, dashboard }) =>
    [...dashboardLinks(dashboard)].map((link) => ({ ...link, path })),
  );
  const problems = links
    .filter(({ uid }) => !verified.targets.has(uid))
    .map(({ path, uid, link }) => `${path}: ${JSON.stringify(link.title)} leads to ${uid}, which does not exist`);
  return {
    ...about,
    ...judged(
      problems,
      `${counted(links.length, 'link')} checked: all lead to dashboards that there are`,
      `${problems.length} of ${counted(links.length, 'link')} lead nowhere`,
      'correct the uid of the link, or build the dashboard that it leads to',
    ),
  };
}
