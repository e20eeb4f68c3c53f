import { strayExpectations } from '../../core/inspect/proof/expected.js';
import type { Expectation } from '../../core/model/expectation.js';
import type { QueryProof } from '../../core/inspect/proof/proof.js';
import { proveRules, type RulesInScenario, type UnseenInRules } from '../../core/inspect/proof/prove-rules.js';
import type { DashboardProof, DeadProof, PackProof, ScenarioResult } from './pack-proof.js';

/** The result of a pack: while all is well, and in its scenarios. */
export function mergeProofs(
  pack: string,
  healthy: RulesInScenario & { readonly dashboards: readonly DashboardProof[]; readonly unseen: UnseenInRules },
  scenarios: readonly ScenarioResult[],
  expectations: readonly Expectation[],
): PackProof {
  const dashboards = healthy.dashboards.map((dashboard) => ({
    ...dashboard,
    proofs: dashboard.proofs.map((proof) => withScenarios(proof, dashboard.uid, scenarios)),
  }));
  const known = healthy.dashboards.flatMap(({ uid, proofs }) => proofs.map(({ place }) => ({ dashboard: uid, place })));
  const names = [healthy, ...scenarios].map(({ scenario }) => scenario.name);
  return {
    pack,
    dashboards,
    rules: proveRules(healthy, scenarios),
    dead: scenarios.flatMap(deadProof),
    faults: strayExpectations(expectations, known, names),
  };
}

/** The problems in any scenario is wrong; what has data in one alone must have it there. */
function withScenarios(proof: QueryProof, uid: string, scenarios: readonly ScenarioResult[]): QueryProof {
  const elsewhere = scenarios.flatMap(({ scenario, dashboards }) =>
    (dashboards.get(uid) ?? []).filter((each) => each.proof.place === proof.place).map((each) => ({ scenario, each })),
  );
  const wrong = elsewhere.flatMap(({ each }) => (each.proof.verdict === 'failed' ? each.proof.reasons : []));
  if (wrong.length > 0) {
    const before = proof.verdict === 'failed' ? proof.reasons : [];
    return { ...proof, verdict: 'failed', reasons: [...before, ...wrong] };
  }
  if (proof.verdict !== 'only in') return proof;
  const shown = elsewhere.some(
    ({ scenario, each }) => scenario.name === proof.scenario && each.proof.verdict === 'only in',
  );
  return shown
    ? proof
    : { ...proof, verdict: 'failed', reasons: [`nobody asked it in the scenario ${proof.scenario ?? ''}`] };
}

function deadProof({ scenario, dashboards }: ScenarioResult): readonly DeadProof[] {
  const asked = [...dashboards.values()].flat().filter(({ isDead, proof }) => isDead && proof.verdict !== 'waiting');
  if (asked.length === 0) return [];
  return [
    {
      scenario: scenario.name,
      asked: asked.length,
      empty: asked.filter(({ showsNow }) => !showsNow).length,
      zeros: asked.filter(({ proof }) => proof.verdict === 'failed').length,
    },
  ];
}
