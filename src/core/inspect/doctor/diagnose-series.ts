import type { MetricFamily, ProducerFacts } from '../../model/metric.js';
import type { Lookup } from '../../promql/analyze/lookup.js';
import { rolesAsked } from '../../promql/analyze/roles.js';
import type { Node } from '../../promql/node.js';
import { print } from '../../promql/print.js';
import { quote } from '../../promql/quote.js';
import { QueryServer } from '../ask/server.js';
import { failed, passed, skipped, type GateResult, type Found } from '../gates/gate-result.js';
import { look } from '../gates/look.js';
import { auditDatasource } from '../gates/live/audit-datasource.js';
import type { LiveServer } from '../gates/live/live-server.js';
import { seriesOfFamily } from './metrics-page.js';
import { presentNames } from './present-names.js';
import type { DoctorSettings } from './settings.js';

/** A diagnosis: the series of each producer are on its servers, and say that it is alive. */
export function diagnoseSeries(
  { servers, clock, pack }: DoctorSettings,
  up: readonly GateResult[],
  lookup: Lookup,
): Promise<readonly GateResult[]> {
  const families = pack.metrics.map(({ family }) => family);
  return Promise.all(
    servers.flatMap((live) =>
      live.server.producers.map(async (producer): Promise<GateResult> => {
        const subject = `${live.server.datasource.uid}/${producer.job}`;
        const about = { check: 'series', subject };
        const scraped = up.find((each) => each.subject === subject);
        if (scraped?.verdict !== 'pass')
          return { ...about, ...skipped('it is not scraped', `see up ${subject} above`) };
        return look(about, live.transport, async (noted) => {
          const server = new QueryServer(auditDatasource(live, noted));
          return judge(server, { live, producer, families, lookup, now: clock.now() / 1000 });
        });
      }),
    ),
  );
}

interface Facts {
  readonly live: LiveServer;
  readonly producer: ProducerFacts;
  readonly families: readonly MetricFamily[];
  readonly lookup: Lookup;
  readonly now: number;
}

async function judge(server: QueryServer, { live, producer, families, lookup, now }: Facts): Promise<Found> {
  const { job, runbook } = producer;
  const { roles } = live.server;
  const next = runbook?.silent ?? `see what ${job} serves at its ${producer.path}`;
  const own = families
    .filter(
      ({ owners, producers = [] }) =>
        producers.some((each) => each.job === job) && owners.some((role) => roles.includes(role)),
    )
    .map(seriesOfFamily);
  const present = await presentNames(server, own, now, `job=${quote(job)}`);
  const missing = own.filter((name) => !present.has(name));
  const details = missing.length === 0 ? [] : [`not there: ${missing.join(', ')}`];
  if (own.length > 0 && present.size === 0) return failed(`${live.title} has no series of ${job}`, next);
  const alive = producer.alive() as Node;
  const [role] = rolesAsked(alive, lookup);
  if (role === undefined || roles.includes(role)) {
    const expr = print(alive);
    const answer = await server.ask({ expr, range: { start: now, end: now } });
    if (answer.status !== 'data')
      return failed(`${job} is up and says nothing: ${expr} is ${answer.status}`, next, details);
  }
  return passed(`${present.size} of ${own.length} families of ${job}`, details);
}
