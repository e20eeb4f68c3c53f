import { strayExpectations } from '../../core/inspect/proof/expected.js';
import { findBlindSpots, type ScenarioSigns } from '../../core/inspect/blind/blind-spots.js';
import { compareLooks } from '../../core/inspect/blind/compare-looks.js';
import type { AcceptedBlindSpot, QueryExpectation } from '../../core/model/expectation.js';
import type { Pack } from '../../core/pack/pack.js';
import type { QueryProof } from '../../core/inspect/proof/proof.js';
import { proveRules, type RulesInScenario, type UnseenInRules } from '../../core/inspect/proof/prove-rules.js';
import type { DashboardProof, DeadProof, PackProof, ScenarioResult } from './pack-proof.js';

/** The declarations of a pack. */
export interface Declared {
  readonly expectations: readonly QueryExpectation[];
  readonly accepted: readonly AcceptedBlindSpot[];
}

/** The result of a pack: while all is well, and in its scenarios. */
export function mergeProofs(
  { name: pack, home: ref }: Pick<Pack, 'name' | 'home'>,
  healthy: RulesInScenario & {
    readonly dashboards: readonly DashboardProof[];
    readonly unseen: UnseenInRules;
    readonly looks: readonly ScenarioResult['looks'][];
  },
  scenarios: readonly ScenarioResult[],
  { expectations, accepted }: Declared,
): PackProof {
  const dashboards = healthy.dashboards.map((dashboard) => ({
    ...dashboard,
    proofs: dashboard.proofs.map((proof) => withScenarios(proof, dashboard.uid, scenarios)),
  }));
  const known = healthy.dashboards.flatMap(({ uid, proofs }) => proofs.map(({ place }) => ({ dashboard: uid, place })));
  const names = [healthy, ...scenarios].map(({ scenario }) => scenario.name);
  const signs = scenarios.map((each) => signsOf(each, healthy.looks));
  const home = dashboards.find(({ uid }) => uid === ref?.uid);
  return {
    pack,
    signs,
    home: home === undefined ? undefined : { uid: home.uid, title: home.title },
    blindSpots: findBlindSpots(signs, home, accepted),
    dashboards,
    rules: proveRules(healthy, scenarios),
    dead: scenarios.flatMap(deadProof),
    faults: strayExpectations(expectations, known, names),
  };
}

function signsOf(
  { scenario, looks, runs }: ScenarioResult,
  healthy: readonly ScenarioResult['looks'][],
): ScenarioSigns {
  // An alert that no server loads tells nobody.
  const fired = runs.filter(({ rule, firings }) => rule.isLoaded && firings.length > 0).map(({ rule }) => rule.name);
  return {
    scenario,
    alerts: [...new Set(fired)],
    dashboards: new Map(
      [...looks].map(([uid, now]) => [
        uid,
        compareLooks(
          healthy.map((each) => each.get(uid) ?? []),
          now,
        ),
      ]),
    ),
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
