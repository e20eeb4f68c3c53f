import { QueryServer } from '../ask/server.js';
import { judged, skipped, type GateResult } from '../gates/gate-result.js';
import { look } from '../gates/look.js';
import { auditDatasource } from '../gates/live/audit-datasource.js';
import type { LiveServer } from '../gates/live/live-server.js';
import { seriesOfFamily } from './metrics-page.js';
import { presentNames } from './present-names.js';
import type { DoctorSettings } from './settings.js';

/**
 * A diagnosis: families are where their role says. For each server that answers: what it has that belongs to other roles,
 * whose servers do not have it.
 */
export function diagnoseScope(
  { servers, clock, pack }: DoctorSettings,
  answering: readonly LiveServer[],
): Promise<readonly GateResult[]> {
  const owned = pack.metrics
    .map(({ family }) => family)
    .filter(({ origin, owners }) => origin === 'exported' && owners.length > 0);
  return Promise.all(
    answering.map((live) => {
      const { roles, datasource } = live.server;
      const others = owned.filter(({ owners }) => !owners.some((role) => roles.includes(role)));
      return look({ check: 'scope', subject: datasource.uid }, live.transport, async (noted) => {
        const now = clock.now() / 1000;
        if (answering.length < 2 && servers.length > 1)
          return skipped('no other server is ready to compare with', 'see ready above');
        const here = await presentNames(new QueryServer(auditDatasource(live, noted)), others.map(seriesOfFamily), now);
        const strays = others.filter((family) => here.has(seriesOfFamily(family)));
        const problems: string[] = [];
        for (const family of strays) {
          const name = seriesOfFamily(family);
          const owner = answering.find(({ server }) => family.owners.some((role) => server.roles.includes(role)));
          if (owner === undefined) continue; // nobody can say whether its own server has it
          const there = await presentNames(new QueryServer(auditDatasource(owner, owner.transport)), [name], now);
          if (!there.has(name))
            problems.push(
              `${name} belongs to ${owner.title}, which does not have it: panels ask there, and stay empty`,
            );
        }
        const jobs = [...new Set(strays.flatMap(({ producers = [] }) => producers.map(({ job }) => job)))].join(', ');
        return judged(
          problems,
          strays.length === 0
            ? 'no family of another role'
            : `families of other roles are there too: ${strays.map(({ name }) => name).join(', ')}`,
          `${live.title} has families that belong elsewhere`,
          `let the server of the role scrape ${jobs}: load the prometheus.yml that was built for it`,
        );
      });
    }),
  );
}
