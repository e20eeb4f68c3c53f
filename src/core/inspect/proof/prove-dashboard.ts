import { parseQuery } from '../../document/read/query.js';
import { auditDashboard } from '../audit/audit-dashboard.js';
import type { QueryReport } from '../audit/audited.js';
import type { QueryServers } from '../ask/servers.js';
import type { QueryExpectation } from '../../model/expectation.js';
import type { AnswerLog } from './answer-log.js';
import { expectedAt } from './expected.js';
import { lookAt } from './look-at.js';
import type { QueryProof } from './proof.js';
import { findQuery, panelPlace, placeOf, type ProofSubject } from './subject.js';
import { inMode, variableModes, type VariableMode } from './variable-modes.js';
import { unseenParts } from './unseen-parts.js';
import { waitsFor } from './waiting.js';

/** Servers with the history of a scenario. */
export interface ProofWorld {
  readonly servers: QueryServers;
  readonly log: AnswerLog;
  /** The Unix time in seconds that is the present. */
  readonly now: number;
}

/** Asks everything that a dashboard asks while all is well, with every choice of its variables. */
export async function proveDashboard(
  subject: ProofSubject,
  world: ProofWorld,
  expectations: readonly QueryExpectation[],
): Promise<readonly QueryProof[]> {
  const proofs = new Map<string, QueryProof>();
  for (const mode of variableModes(subject.dashboard)) {
    for (const report of await askDashboard(subject, world, mode)) {
      const proof = await withParts(judge(report, subject, world, expectations), report, world, expectations);
      const before = proofs.get(proof.place);
      proofs.set(proof.place, before === undefined ? proof : worseOf(before, inWords(proof, mode)));
    }
  }
  return [...proofs.values(), ...notAsked(subject)];
}

/** Asks everything that a dashboard asks, with its variables chosen so. */
export async function askDashboard(
  subject: ProofSubject,
  { servers, now }: ProofWorld,
  mode: VariableMode = 'default',
): Promise<readonly QueryReport[]> {
  const { queries } = await auditDashboard(inMode(subject.dashboard, mode), subject.source, { servers, now });
  return queries;
}

/** The verdict on one answer by itself. */
export function judge(
  report: QueryReport,
  subject: ProofSubject,
  { servers, log }: ProofWorld,
  expectations: readonly QueryExpectation[],
): QueryProof {
  const { query, status, cause, message, asked } = report;
  const found = findQuery(subject, query);
  const { lookup } = subject.source;
  const place = placeOf(subject, query);
  const about = { query, place, asked };
  const waits = waitsFor(found.query?.node, lookup);
  if (waits !== undefined) return { ...about, verdict: 'waiting', reasons: [waits] };
  const { scenario, elsewhere, range: allowed } = expectedAt(expectations, subject.dashboard.uid, place);
  if (status === 'data') {
    if (scenario !== undefined) {
      const reason = `it is declared to have data only in the scenario ${scenario}, and has data while all is well`;
      return { ...about, verdict: 'failed', reasons: [reason] };
    }
    const { scrapeInterval: interval = 15 } =
      servers.all.find(({ title }) => title === report.server)?.datasource ?? {};
    const reasons = lookAt(report, found, { log, lookup, interval, allowed });
    return { ...about, verdict: reasons.length === 0 ? 'data' : 'failed', reasons };
  }
  if (scenario !== undefined && (status === 'empty' || status === 'quiet')) {
    return { ...about, verdict: 'only in', scenario, reasons: [] };
  }
  if (elsewhere !== undefined && status === 'empty') return { ...about, verdict: 'elsewhere', reasons: [elsewhere] };
  return { ...about, verdict: 'failed', reasons: [cause?.sentence ?? message ?? 'it returns nothing'] };
}

/** In seconds: what is scraped as it usually is. */
const partsWithin = 3600;

/** A query that has data is not shown to be right while a part of it finds nothing. */
async function withParts(
  proof: QueryProof,
  { server, asked = '' }: QueryReport,
  { servers, now }: ProofWorld,
  expectations: readonly QueryExpectation[],
): Promise<QueryProof> {
  const { node } = parseQuery(asked);
  const asking = servers.all.find(({ title }) => title === server);
  if (proof.verdict !== 'data' || node === undefined || asking === undefined) return proof;
  const unseen = await unseenParts(node, asking, { start: now - partsWithin, end: now });
  const { elsewhere } = expectedAt(expectations, proof.query.dashboard?.uid, proof.place);
  if (elsewhere !== undefined) {
    const reasons = unseen.length > 0 ? [elsewhere] : ['it is declared to have none here, and all of it has data'];
    return { ...proof, verdict: unseen.length > 0 ? 'elsewhere' : 'failed', reasons };
  }
  if (unseen.length === 0) return proof;
  return { ...proof, verdict: 'failed', reasons: unseen.map((selector) => `a part of it finds nothing: ${selector}`) };
}

const order: readonly QueryProof['verdict'][] = ['failed', 'waiting', 'elsewhere', 'only in', 'not asked', 'data'];

function worseOf(before: QueryProof, now: QueryProof): QueryProof {
  return order.indexOf(now.verdict) < order.indexOf(before.verdict) ? now : before;
}

function inWords(proof: QueryProof, mode: VariableMode): QueryProof {
  if (proof.verdict !== 'failed') return proof;
  const chosen = mode === 'all' ? 'with All chosen' : 'with one value chosen';
  return { ...proof, reasons: proof.reasons.map((reason) => `${chosen}: ${reason}`) };
}

/** Queries that are not for Prometheus, or that Grafana does not ask. */
function notAsked(subject: ProofSubject): readonly QueryProof[] {
  const { uid, title, panels } = subject.dashboard;
  return panels.flatMap((panel) => {
    const { id, title: panelTitle } = panel;
    const proof = (name: string, expr: string, reason: string): QueryProof => ({
      query: {
        owner: 'panel',
        source: subject.source.name,
        dashboard: { ...(uid === undefined ? {} : { uid }), title },
        panel: { ...(id === undefined ? {} : { id }), title: panelTitle },
        name,
        expr,
      },
      place: `${panelPlace(subject, { id, title: panelTitle })}:${name}`,
      verdict: 'not asked',
      reasons: [reason],
    });
    return [
      ...panel.others.map((type, index) =>
        proof(`${type} ${index + 1}`, '', `its datasource is ${type}, not Prometheus`),
      ),
      ...panel.queries.filter(({ hidden }) => hidden).map(({ refId = '', expr }) => proof(refId, expr, 'it is hidden')),
    ];
  });
}
