import type { ScenarioProof } from '../../core/inspect/proof/prove-scenario.js';
import { printTable, type Cell } from '../audit/table.js';
import type { ScenarioResult } from './pack-proof.js';
import type { BuiltPack } from './subjects.js';

/** The result of one scenario, and the pack. */
export interface ScenarioOfPack {
  readonly built: BuiltPack;
  readonly result: ScenarioResult;
}

const columns = ['queries', 'data', 'empty', 'of these dead', 'waiting', 'a healthy 0'];

/** Prints what each dashboard shows in a scenario, and what is empty and why. */
export function* printScenario(results: readonly ScenarioOfPack[]): Generator<string> {
  for (const { built, result } of results) {
    const { scenario, dashboards, runs } = result;
    const titled = built.subjects.map(({ dashboard: { uid = '', title } }) => ({
      title,
      proofs: dashboards.get(uid) ?? [],
    }));
    const all = titled.flatMap(({ proofs }) => proofs);
    const rows = titled.map(({ title, proofs }) => [title, ...Object.values(totals(proofs))] satisfies readonly Cell[]);
    yield `${built.pack.name}: ${scenario.name}: ${scenario.summary}\n`;
    yield `${printTable([['dashboard', ...columns], ...rows, ['total', ...Object.values(totals(all))]]).join('\n')}\n`;
    const firing = runs.filter(({ firings }) => firings.length > 0).map(({ rule }) => rule.name);
    yield `alerts that fired: ${firing.length === 0 ? 'none' : firing.join(', ')}\n`;
    for (const { title, proofs } of titled) yield* explain(title, proofs);
    yield '\n';
  }
}

function* explain(title: string, proofs: readonly ScenarioProof[]): Generator<string> {
  const empty = proofs.filter(
    ({ showsNow, proof }) => proof.verdict === 'failed' || (!showsNow && proof.verdict !== 'waiting'),
  );
  if (empty.length === 0) return;
  yield `\n${title}\n`;
  for (const { proof } of empty) {
    const { query, place, verdict, reasons } = proof;
    const name = query.panel === undefined ? place : `${JSON.stringify(query.panel.title)} (${place})`;
    yield `  ${verdict === 'failed' ? 'FAILED' : 'empty '} ${name}: ${reasons.join('; ')}\n`;
  }
}

function totals(proofs: readonly ScenarioProof[]) {
  const waiting = proofs.filter(({ proof }) => proof.verdict === 'waiting').length;
  const empty = proofs.filter(({ showsNow, proof }) => !showsNow && proof.verdict !== 'waiting');
  return {
    queries: proofs.length,
    data: proofs.filter(({ showsNow }) => showsNow).length,
    empty: empty.length,
    dead: empty.filter(({ isDead }) => isDead).length,
    waiting,
    zeros: proofs.filter(({ proof }) => proof.verdict === 'failed').length,
  };
}

/** The result of a scenario, for programs. */
export function scenarioData(results: readonly ScenarioOfPack[]): readonly unknown[] {
  return results.map(({ built, result: { dashboards, runs } }) => ({
    pack: built.pack.name,
    fired: runs.filter(({ firings }) => firings.length > 0).map(({ rule }) => rule.name),
    dashboards: built.subjects.map(({ dashboard: { uid = '', title } }) => ({
      uid,
      title,
      totals: totals(dashboards.get(uid) ?? []),
      queries: (dashboards.get(uid) ?? []).map(({ proof, showsNow, isDead }) => ({
        place: proof.place,
        panel: proof.query.panel?.title,
        verdict: proof.verdict,
        showsNow,
        isDead,
        reasons: proof.reasons,
      })),
    })),
  }));
}
