import type { Lookup } from '../../../promql/analyze/lookup.js';
import type { QueryServer } from '../../ask/server.js';
import { QueryServers } from '../../ask/servers.js';
import { auditDashboard } from '../../audit/audit-dashboard.js';
import type { AuditReport, QueryReport } from '../../audit/audited.js';
import { failed, passed, skipped, type GateResult, type Found } from '../gate-result.js';
import { recording, type Exchange } from '../../ask/exchange.js';
import type { BuiltDashboard } from '../../../built/built-dashboard.js';
import type { VerifiedPack } from '../verified-pack.js';
import { auditDatasource } from './audit-datasource.js';
import { chooseGolden, type GoldenQuery } from './choose-golden.js';
import type { LiveServer } from './live-server.js';
import type { GoldenResults, RequiredSeries } from '../required-series.js';
import { whenReady, type WarmUp } from './warm-up.js';

const check = 'golden.dashboard';

/** Asks one query of each dashboard, with its variables as they are when somebody opens it. */
export async function checkGoldenDashboards(
  { pack, dashboards }: VerifiedPack,
  servers: readonly LiveServer[],
  lookup: Lookup,
  warmUp: WarmUp,
): Promise<GoldenResults> {
  const answering = new Set(servers.map(({ server }) => server.datasource.uid));
  const series: RequiredSeries[] = [];
  const results = await Promise.all(
    dashboards.map(async (built): Promise<GateResult> => {
      const golden = chooseGolden(built.document, pack, lookup, answering);
      if (golden === undefined) {
        return { check, subject: built.facts.ref.uid, ...withoutGolden(built, answering) };
      }
      const asked = await whenReady(warmUp, () => askOnce(built, golden, { servers, lookup, warmUp, series }));
      return asked;
    }),
  );
  return { results, series: lastOf(series) };
}

function withoutGolden({ document: read }: BuiltDashboard, answering: ReadonlySet<string>): Found {
  const asksSomething = read.panels.some(({ queries, others }) => queries.length + others.length > 0);
  if (!asksSomething) return passed('it has no query');
  const asksPrometheus = read.panels.some(({ queries }) => queries.length > 0);
  if (!asksPrometheus) return skipped('it asks no Prometheus', 'open it in Grafana');
  if (answering.size === 0) return skipped('no server answers', 'see prometheus.ready above');
  const why = 'of its queries on servers that answer none must return something';
  return skipped(why, 'see prometheus.ready above, or ask them all: dashpack audit');
}

interface Asking {
  readonly servers: readonly LiveServer[];
  readonly lookup: Lookup;
  readonly warmUp: WarmUp;
  readonly series: RequiredSeries[];
}

/** Every try asks anew: what an earlier one was told is old. */
async function askOnce(built: BuiltDashboard, golden: GoldenQuery, asking: Asking): Promise<GateResult> {
  const exchanges: Exchange[] = [];
  const servers = new QueryServers(
    asking.servers.map((live) =>
      auditDatasource(
        live,
        recording(live.transport, (exchange) => exchanges.push(exchange)),
      ),
    ),
  );
  const { panel, query, server } = golden;
  const only = { ...built.document, panels: [{ ...panel, queries: [query], others: [] }], annotations: [], unread: [] };
  const source = {
    name: built.artifact.path,
    dashboards: [only],
    ruleFiles: [],
    unread: [],
    lookup: asking.lookup,
    locate: () => undefined,
  };
  const now = Math.floor(asking.warmUp.clock.now() / 1000);
  const report: AuditReport = await auditDashboard(only, source, { servers, now });
  const asked = report.queries.find((each) => each.query.owner === 'panel');
  const found = judge(asked, panel.title);
  const promql = asked?.asked ?? query.expr;
  asking.series.push({
    promql,
    server,
    for: built.facts.ref.uid,
    verdict: found.verdict,
    resultCount: asked?.series ?? 0,
    values: found.verdict === 'pass' ? await valuesNow(promql, now, servers.named(server)) : [],
  });
  return { check, subject: built.facts.ref.uid, ...found, exchanges };
}

/** The values that a graph shows at its right edge. */
async function valuesNow(expr: string, now: number, server: QueryServer | undefined): Promise<readonly string[]> {
  const answer = await server?.ask({ expr, range: { start: now, end: now } }).catch(() => undefined);
  return answer === undefined || answer.status === 'error' ? [] : answer.values.map(({ value }) => String(value));
}

function judge(asked: QueryReport | undefined, title: string): Found {
  const panel = `panel ${JSON.stringify(title)}`;
  if (asked === undefined) return failed(`${panel} was not asked`, 'see dashpack audit');
  const { status, series, message = '', cause, asked: expr = '' } = asked;
  if (status === 'data' || status === 'quiet') return passed(`${panel}: ${series} series`);
  if (status === 'not asked')
    return { ...skipped(`${panel}: ${message}`, 'see prometheus.ready above'), isMissed: true };
  if (status === 'error') return failed(`${panel}: the server refuses it: ${message}`, 'see dashpack audit', [expr]);
  return failed(`${panel} is empty: ${cause?.sentence ?? 'nobody knows why'}`, cause?.next ?? 'see dashpack audit', [
    expr,
  ]);
}

/** Of every dashboard the last try. */
function lastOf(series: readonly RequiredSeries[]): readonly RequiredSeries[] {
  return [...new Map(series.map((each) => [each.for, each])).values()];
}
