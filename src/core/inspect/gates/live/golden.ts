import { packLookup } from '../../../pack/pack-lookup.js';
import type { ProducerFacts } from '../../../model/metric.js';
import { rolesAsked } from '../../../promql/analyze/roles.js';
import type { Node } from '../../../promql/node.js';
import { print } from '../../../promql/print.js';
import { quote } from '../../../promql/quote.js';
import { QueryServer } from '../../ask/server.js';
import { failed, passed, type GateResult, type Found } from '../gate-result.js';
import { look } from '../look.js';
import type { VerifiedPack } from '../verified-pack.js';
import { auditDatasource } from './audit-datasource.js';
import { checkGoldenDashboards } from './golden-dashboards.js';
import type { LiveServer } from './live-server.js';
import type { GoldenResults, RequiredSeries } from '../required-series.js';
import { whenReady, type WarmUp } from './warm-up.js';

/**
 * Asks what must have an answer: of each producer `up` and when it is alive, of each dashboard one query. Empty at first
 * is not ready yet.
 *
 * @param servers those that answer
 */
export async function checkGolden(
  verified: VerifiedPack,
  servers: readonly LiveServer[],
  warmUp: WarmUp,
): Promise<GoldenResults> {
  const { pack } = verified;
  const lookup = packLookup(pack);
  const asked = servers.flatMap((live) =>
    live.server.producers.flatMap((producer) => {
      const alive = producer.alive() as Node;
      const [role] = rolesAsked(alive, lookup);
      const isAsked = role === undefined || live.server.roles.includes(role);
      const up = { check: 'golden.up', expr: `up{job=${quote(producer.job)}} == 1`, next: downOf(producer) };
      const own = { check: 'golden.alive', expr: print(alive), next: silentOf(producer) };
      const queries = !isAsked ? [up] : own.expr === up.expr ? [own] : [up, own];
      return queries.map((each) => ({ ...each, live, job: producer.job }));
    }),
  );
  const all = await Promise.all(asked.map((each) => checkRequired(each, warmUp)));
  const dashboards = await checkGoldenDashboards(verified, servers, lookup, warmUp);
  return {
    results: [...all.map(({ result }) => result), ...dashboards.results],
    series: [...all.map(({ series }) => series), ...dashboards.series],
  };
}

interface RequiredQuery {
  readonly check: string;
  readonly job: string;
  readonly expr: string;
  readonly next: string;
  readonly live: LiveServer;
}

async function checkRequired(
  { check, job, expr, next, live }: RequiredQuery,
  warmUp: WarmUp,
): Promise<{ readonly result: GateResult; readonly series: RequiredSeries }> {
  const { uid } = live.server.datasource;
  let values: readonly string[] = [];
  const result = await whenReady(warmUp, () =>
    look({ check, subject: `${uid}/${job}` }, live.transport, async (noted): Promise<Found> => {
      const server = new QueryServer(auditDatasource(live, noted));
      const now = warmUp.clock.now() / 1000;
      const answer = await server.ask({ expr, range: { start: now, end: now } });
      if (answer.status === 'error') return failed(`the server refuses ${expr}: ${answer.message}`, next);
      values = answer.values.map(({ value }) => String(value));
      if (answer.status === 'data') return passed(`${expr}: ${answer.series} series`);
      return failed(`${expr} ${answer.status === 'nan' ? 'is NaN' : 'returns nothing'}`, next);
    }),
  );
  const series = { promql: expr, server: uid, for: job, verdict: result.verdict, resultCount: values.length, values };
  return { result, series };
}

function downOf({ runbook, job }: ProducerFacts): string {
  return runbook?.down ?? `start the producer of ${job}`;
}

function silentOf({ runbook, job }: ProducerFacts): string {
  return runbook?.silent ?? `see that ${job} exports what says that it is alive`;
}
