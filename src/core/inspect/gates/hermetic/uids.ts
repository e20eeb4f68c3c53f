import { judged, skipped, type GateResult } from '../gate-result.js';
import { counted } from '../../../pack/page/markdown.js';
import type { VerifiedPack } from '../verified-pack.js';
import { diskDashboards } from './disk-dashboards.js';
import { buildFirst } from './next-steps.js';

/** Texts that Grafana takes for a uid and that can stand in an address and in a file's name. */
const safe = /^[A-Za-z0-9_-]{1,40}$/;

/** A gate: the uids of dashboards on disk and of datasources are safe, each there once, among all packs. */
export function checkUids(packs: readonly VerifiedPack[]): GateResult {
  const about = { check: 'files.uids', subject: 'generated' };
  const uses = new Map<string, string[]>();
  const problems: string[] = [];
  let dashboards = 0;
  for (const verified of packs) {
    const { name } = verified.pack;
    const read = diskDashboards(verified);
    problems.push(...read.broken.map((path) => `${name}/${path} is not the JSON of a dashboard`));
    for (const { path, dashboard } of read.dashboards) {
      dashboards += 1;
      const { uid } = dashboard;
      if (uid === undefined || !safe.test(uid))
        problems.push(`${name}/${path} has the uid ${JSON.stringify(uid ?? '')}, which is not safe`);
      else uses.set(uid, [...(uses.get(uid) ?? []), `${name}/${path}`]);
    }
  }
  for (const [uid, places] of uses) {
    if (places.length > 1)
      problems.push(`the dashboard uid ${uid} is there ${places.length} times: ${places.join(', ')}`);
  }
  const datasources = new Set(packs.flatMap(({ pack }) => pack.datasources.map(({ uid }) => uid)));
  problems.push(
    ...[...datasources].filter((uid) => !safe.test(uid)).map((uid) => `the datasource uid ${uid} is not safe`),
  );
  if (dashboards === 0 && problems.length === 0)
    return { ...about, ...skipped('there is no dashboard on disk', buildFirst) };
  return {
    ...about,
    ...judged(
      problems,
      `${counted(dashboards, 'dashboard')} and ${counted(datasources.size, 'datasource')} have safe uids, each one once`,
      `${counted(problems.length, 'problem')} with uids`,
      buildFirst,
    ),
  };
}
