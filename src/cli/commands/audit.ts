import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Failure } from '../../core/model/failure.js';
import type { Pack } from '../../core/pack/pack.js';
import { auditSource } from '../../core/inspect/audit/audit.js';
import type { LeftOut, QueryReport } from '../../core/inspect/audit/audited.js';
import { QueryServers } from '../../core/inspect/ask/servers.js';
import type { AuditSource } from '../../core/inspect/audit/settings.js';
import { auditFinding } from '../../core/inspect/audit/to-finding.js';
import { totalsOf } from '../../core/inspect/audit/totals.js';
import { auditData } from '../audit/audit-data.js';
import { groupReports } from '../audit/group.js';
import { isForeign, type AuditOptions } from '../audit/options.js';
import { printAudit } from '../audit/print-audit.js';
import { showProgress } from '../audit/progress.js';
import { findServers, type AskedServers } from '../audit/servers.js';
import { fileSources, grafanaSources, packSources, type AuditSources } from '../audit/sources.js';
import { defaultConfig } from '../config/find-config.js';
import { loadPacks, type LoadedPacks } from '../config/load-packs.js';
import type { Fault } from '../fault.js';
import type { Host } from '../host.js';
import { watchInterruption, type Interruption } from '../interruption.js';
import { clock } from '../live/connect.js';
import { parseDuration } from '../parse-duration.js';
import { nothing, type Outcome, type SkippedGate } from '../outcome.js';
import { count, seconds } from '../print-list.js';

/**
 * `dashpack audit`: asks live servers every query, and for what is empty, why.
 *
 * @throws Failure for wrong options, and where Grafana cannot be asked
 */
export async function audit(options: AuditOptions, host: Host): Promise<Outcome> {
  const began = performance.now();
  assertOptions(options);
  const interruption = watchInterruption(host.events);
  const progress = showProgress(host.stderr, options.quiet ?? false);
  try {
    const loaded = await load(options, host, interruption);
    const packs = loaded?.packs ?? [];
    const asked = await interruption.wait(findServers(options, packs, host));
    const { sources, findings } = await readSources(options, { loaded, packs, asked }, host, interruption);
    const servers = new QueryServers(asked.datasources);
    const now = Math.floor(clock.now() / 1000);
    await interruption.wait(Promise.all(servers.all.map((server) => server.greet(now))));
    const settings = { servers, now, window: options.window, progress: progress.heard };
    const queries: QueryReport[] = [];
    const leftOut: LeftOut[] = [];
    for (const source of narrow(sources, options.dashboard)) {
      const report = await interruption.wait(auditSource(source, settings));
      queries.push(...report.queries);
      leftOut.push(...report.leftOut);
    }
    progress.end();
    const versions = await versionsOf(servers);
    const milliseconds = Math.round(performance.now() - began);
    const groups = groupReports(queries);
    const told = queries.map(auditFinding).filter((finding) => finding !== undefined);
    return {
      ...nothing,
      findings,
      told,
      faults: faultsOf(servers, queries),
      skipped: skippedOf(queries, leftOut),
      report: options.quiet === true && told.length === 0 ? '' : printAudit(groups),
      summary: summarise(queries, versions, milliseconds),
      data: { now, servers: versions, ...auditData(groups), milliseconds },
    };
  } finally {
    progress.end();
    interruption.stop();
  }
}

function assertOptions({ window, fetch, file, grafana }: AuditOptions): void {
  if (window !== undefined) parseDuration(window, '--window', '6h');
  if (fetch === true && grafana === undefined)
    throw new Failure('--fetch needs a Grafana to fetch from', { next: 'give --grafana http://host:3000' });
  if (fetch === true && file.length > 0)
    throw new Failure('--fetch and --file say both what to audit', { next: 'leave one of them out' });
}

/** Files and fetched dashboards can be audited without a configuration; where there is one, it has the catalog. */
async function load(options: AuditOptions, host: Host, interruption: Interruption): Promise<LoadedPacks | undefined> {
  const { config, pack } = options;
  const isNamed = config !== undefined || pack.length > 0;
  if (isForeign(options) && !isNamed && !existsSync(resolve(host.cwd, defaultConfig))) return undefined;
  return loadPacks(options, host, interruption);
}

async function readSources(
  { file, fetch, dashboard }: AuditOptions,
  known: { readonly loaded: LoadedPacks | undefined; readonly packs: readonly Pack[]; readonly asked: AskedServers },
  host: Host,
  interruption: Interruption,
): Promise<AuditSources> {
  const { loaded, packs, asked } = known;
  if (file.length > 0) return fileSources(file, host.cwd, packs);
  if (fetch === true && asked.grafana !== undefined)
    return interruption.wait(grafanaSources(asked.grafana, dashboard, packs));
  return loaded === undefined ? { sources: [], findings: [] } : packSources(packs, loaded.places, interruption);
}

function narrow(sources: readonly AuditSource[], uids: readonly string[]): readonly AuditSource[] {
  if (uids.length === 0) return sources;
  const known = sources.flatMap(({ dashboards }) => dashboards.flatMap(({ uid }) => uid ?? []));
  const missing = uids.find((uid) => !known.includes(uid));
  if (missing !== undefined) {
    throw new Failure(`no dashboard has the uid "${missing}"`, {
      next: known.length === 0 ? 'leave out --dashboard' : `use --dashboard with ${known.slice(0, 8).join(', ')}`,
    });
  }
  return sources
    .map((source) => ({
      ...source,
      ruleFiles: [],
      dashboards: source.dashboards.filter(({ uid }) => uid !== undefined && uids.includes(uid)),
    }))
    .filter(({ dashboards }) => dashboards.length > 0);
}

/** Which server is what, for the record. */
interface AskedServer {
  readonly server: string;
  readonly url: string;
  readonly version: string | undefined;
  readonly reached: boolean;
}

function versionsOf({ all }: QueryServers): Promise<readonly AskedServer[]> {
  return Promise.all(
    all.map(async (server) => ({
      server: server.title,
      url: server.datasource.prometheus.url,
      version: server.gone === undefined ? await server.version() : undefined,
      reached: server.gone === undefined,
    })),
  );
}

/** A server that could not be asked is not a finding, and not fine either. */
function faultsOf({ all }: QueryServers, queries: readonly QueryReport[]): readonly Fault[] {
  const failures = new Map<string, Fault>();
  const add = (title: string, { message, next }: { readonly message: string; readonly next: string }): void => {
    failures.set(message, { message: `${title} could not be asked: ${message}`, next, exitCode: 3 });
  };
  for (const { gone, title } of all) if (gone !== undefined) add(title, gone);
  for (const { failure, server = '' } of queries) if (failure !== undefined) add(server, failure);
  const asked = queries.filter(({ status }) => status !== 'not asked').length;
  if (asked === 0 && failures.size === 0) {
    return [
      {
        message: 'no query was asked',
        next: 'see what was not checked above: give --prometheus for the datasources that are named there',
        exitCode: 3,
      },
    ];
  }
  return [...failures.values()];
}

function skippedOf(queries: readonly QueryReport[], leftOut: readonly LeftOut[]): readonly SkippedGate[] {
  const reasons = new Map<string, number>();
  for (const { status, message = '' } of queries) {
    if (status === 'not asked') reasons.set(message, (reasons.get(message) ?? 0) + 1);
  }
  return [
    ...[...reasons].map(([reason, number]) => ({ gate: number === 1 ? '1 query' : `${number} queries`, reason })),
    ...leftOut.map(({ what, reason }) => ({ gate: what, reason })),
  ];
}

function summarise(queries: readonly QueryReport[], servers: readonly AskedServer[], milliseconds: number): string {
  const { data, quiet, empty, error, waiting, 'not asked': left, queries: number } = totalsOf(queries);
  const lines = servers.map(
    ({ server, url, version, reached }) =>
      `${server}${server === url ? '' : ` at ${url}`}: ${reached ? `version ${version ?? 'unknown'}` : 'not reached'}`,
  );
  const waits = waiting === 0 ? '' : ` (${waiting} of them wait for a producer)`;
  const verdict = `${count(number, 'query').replace('querys', 'queries')}: ${data} with data, ${quiet} quiet, ${empty} empty${waits}, ${error} with an error, ${left} not asked (${seconds(milliseconds)})`;
  return `${[...lines, verdict].join('\n')}\n`;
}
