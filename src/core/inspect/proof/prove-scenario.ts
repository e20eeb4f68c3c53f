import type { QueryExpectation } from '../../model/expectation.js';
import { seriesUsed } from '../../promql/analyze/metrics.js';
import type { QueryReport } from '../audit/audited.js';
import { zeroProblems, isFresh } from './zero-problems.js';
import { expectedAt } from './expected.js';
import { answersOf } from './look-at.js';
import type { QueryProof } from './proof.js';
import { askDashboard, judge, type ProofWorld } from './prove-dashboard.js';
import { findQuery, placeOf, type ProofSubject } from './subject.js';

/** The outcome of a scenario, for one query. */
export interface ScenarioProof {
  readonly proof: QueryProof;
  /** True where it shows anything at the end of the scenario. */
  readonly showsNow: boolean;
  /** True where nobody exports some of what it asks, in this scenario. */
  readonly isDead: boolean;
}

/** A scenario, and the families that nobody exports in it. */
export interface Scene {
  readonly name: string;
  readonly deadFamilies: ReadonlySet<string>;
}

/**
 * Asks everything that a dashboard asks in a scenario in which not all is well: what is declared to have data here must
 * have it, and what nobody exports must not be shown as 0.
 */
export async function proveInScenario(
  subject: ProofSubject,
  world: ProofWorld,
  scene: Scene,
  expectations: readonly QueryExpectation[],
): Promise<readonly ScenarioProof[]> {
  const reports = await askDashboard(subject, world);
  return reports.map((report) => proveQuery(report, subject, world, scene, expectations));
}

function proveQuery(
  report: QueryReport,
  subject: ProofSubject,
  world: ProofWorld,
  { name, deadFamilies }: Scene,
  expectations: readonly QueryExpectation[],
): ScenarioProof {
  const { query, status, asked } = report;
  const { panel, query: linted } = findQuery(subject, query);
  const { lookup } = subject.source;
  const uses = linted?.node === undefined || lookup === undefined ? [] : seriesUsed(linted.node, lookup);
  const isDead = uses.some(({ family }) => family !== undefined && deadFamilies.has(family.name));
  const answers = answersOf(report, linted, world.log);
  const place = placeOf(subject, query);
  const showsNow =
    status === 'data' &&
    (query.owner === 'variable' || answers.some((series) => series.some((each) => isFresh(each, world.now))));
  const about = { showsNow, isDead };
  const { scenario } = expectedAt(expectations, subject.dashboard.uid, place);
  const alone = judge(
    report,
    subject,
    world,
    expectations.filter(({ kind }) => kind !== 'only in'),
  );
  if (scenario === name) {
    return {
      ...about,
      proof: alone.verdict === 'data' ? { ...alone, verdict: 'only in', scenario } : within(name, alone),
    };
  }
  const zeros =
    isDead && panel !== undefined ? answers.flatMap((series) => zeroProblems(panel, series, world.now)) : [];
  const base = { query, place, asked };
  if (zeros.length > 0) {
    return { ...about, proof: within(name, { ...base, verdict: 'failed', reasons: [...new Set(zeros)] }) };
  }
  if (alone.verdict === 'waiting') return { ...about, showsNow: false, proof: alone };
  const reasons = status === 'data' && !showsNow ? ['its last value is older than a few minutes'] : alone.reasons;
  return { ...about, proof: { ...base, verdict: showsNow ? 'data' : 'not asked', reasons } };
}

function within(name: string, proof: QueryProof): QueryProof {
  return { ...proof, reasons: proof.reasons.map((reason) => `in the scenario ${name}: ${reason}`) };
}
