import { Failure } from '../../core/model/failure.js';
import { proofTotals, shownShare } from '../../core/inspect/proof/proof.js';
import { loadPacks } from '../config/load-packs.js';
import type { Host } from '../host.js';
import { Interrupted, watchInterruption } from '../interruption.js';
import { nothing, type Outcome, type SkippedGate } from '../outcome.js';
import { count, seconds } from '../print-list.js';
import { mergeProofs } from '../prove/merge.js';
import type { ProveOptions } from '../prove/options.js';
import type { PackProof, ScenarioResult } from '../prove/pack-proof.js';
import { printProofs } from '../prove/print-proof.js';
import { printScenario, scenarioData } from '../prove/print-scenario.js';
import { proofData } from '../prove/proof-data.js';
import { proofFindings, scenarioFindings } from '../prove/proof-findings.js';
import { openWorkshop } from '../prove/open-workshop.js';
import { findScene, proveHealthy, proveScenario, scenesOf, type Scenes } from '../prove/prove-pack.js';
import { inTurns } from '../prove/schedule.js';
import { buildSubjects, type BuiltPack } from '../prove/subjects.js';
import type { Workshop } from '../prove/workshop.js';

/**
 * `dashpack prove`: shows on real Prometheus servers with a simulated history that every query returns what it should.
 *
 * @throws Failure for wrong options and for packs without a healthy scenario; FaultsError where Prometheus is missing
 */
export async function prove(options: ProveOptions, host: Host): Promise<Outcome> {
  const began = performance.now();
  const { workshop, version: prometheus } = openWorkshop(options, host);
  const interruption = watchInterruption(host.events);
  try {
    const { packs, places } = await loadPacks(options, host, interruption);
    const least = leastShares(
      options.least,
      packs.map(({ name }) => name),
    );
    const { built, findings } = await buildSubjects(packs, places, interruption);
    interruption.hearSignals();
    const scenes = await interruption.wait(
      Promise.all(built.map(async (each) => ({ built: each, scenes: await scenesOf(each) }))),
    );
    if (options.scenario !== undefined) {
      const { scenario } = options;
      const results = await interruption.wait(proveOne(scenes, scenario, workshop));
      return {
        ...nothing,
        findings,
        told: results.flatMap(({ result }) => scenarioFindings(result)),
        report: printScenario(results),
        summary: `on Prometheus ${prometheus} (${seconds(performance.now() - began)})\n`,
        data: { prometheus, scenario, packs: scenarioData(results) },
      };
    }
    const proofs = await interruption.wait(proveAll(scenes, workshop));
    const told = [...proofs.flatMap(proofFindings), ...proofs.flatMap((proof) => tooFew(proof, least))];
    return {
      ...nothing,
      findings,
      told,
      skipped: proofs.filter(({ home, signs }) => home === undefined && signs.length > 0).map(noHome),
      report: options.quiet === true && told.length === 0 ? '' : printProofs(proofs),
      summary: summarise(proofs, prometheus, told.length, performance.now() - began),
      data: { prometheus, packs: proofs.map(proofData) },
    };
  } catch (error) {
    if (error instanceof Interrupted) return { ...nothing, signal: error.signal };
    throw error;
  } finally {
    interruption.stop();
    await workshop.close();
  }
}

interface Scened {
  readonly built: BuiltPack;
  readonly scenes: Scenes;
}

async function proveAll(packs: readonly Scened[], workshop: Workshop): Promise<readonly PackProof[]> {
  // The longest first, so that nothing is left to wait for at the end.
  const healthy = await inTurns(packs, ({ built, scenes }) => proveHealthy(built, scenes, workshop));
  const tasks = packs.flatMap((each) => each.scenes.others.map((scenario) => ({ ...each, scenario })));
  const done = await inTurns(tasks, async ({ built, scenes, scenario }) => ({
    pack: built.pack,
    result: await proveScenario(built, scenario, scenes, workshop),
  }));
  return packs.flatMap(({ built: { pack }, scenes }, index) => {
    const well = healthy[index];
    const results: readonly ScenarioResult[] = done.filter((each) => each.pack === pack).map(({ result }) => result);
    return well === undefined ? [] : [mergeProofs(pack, well, results, scenes)];
  });
}

/** The packs that have the scenario; one at least must. */
async function proveOne(packs: readonly Scened[], name: string, workshop: Workshop) {
  const having = packs.filter(({ scenes: { healthy, others } }) =>
    [healthy, ...others].some((scenario) => scenario.name === name),
  );
  const [first] = packs;
  if (having.length === 0 && first !== undefined) findScene(first.scenes, name, first.built.pack.name);
  return inTurns(having, async ({ built, scenes }) => {
    const scenario = findScene(scenes, name, built.pack.name);
    return { built, result: await proveScenario(built, scenario, scenes, workshop, true) };
  });
}

function noHome({ pack }: PackProof): SkippedGate {
  return {
    gate: `what the home dashboard of ${pack} shows of its scenarios`,
    reason: 'the pack names none of its dashboards as home',
  };
}

function leastShares(written: readonly string[], packs: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    written.map((text) => {
      const [, pack = '', percent = ''] = /^([^=]+)=(\d+(?:\.\d+)?)$/.exec(text) ?? [];
      if (packs.includes(pack) && Number(percent) <= 100) return [pack, Number(percent)] as const;
      throw new Failure(`--least ${text} is not a share of a pack`, { next: `write --least ${packs[0] ?? 'pack'}=95` });
    }),
  );
}

function tooFew(proof: PackProof, least: ReadonlyMap<string, number>) {
  const asked = least.get(proof.pack);
  const share = shownShare(proofTotals([...proof.dashboards.flatMap((each) => each.proofs), ...proof.rules]));
  if (asked === undefined || (share !== undefined && share >= asked)) return [];
  return [
    {
      id: 'prove/share',
      severity: 'error' as const,
      message: `${share ?? 0}% of the queries were shown to have data, and ${asked}% is asked for`,
      subject: `pack ${proof.pack}`,
      fix: 'export what the others wait for, or correct them',
    },
  ];
}

function summarise(proofs: readonly PackProof[], prometheus: string, wrong: number, milliseconds: number): string {
  const totals = proofTotals(
    proofs.flatMap(({ dashboards, rules }) => [...dashboards.flatMap((d) => d.proofs), ...rules]),
  );
  const verdict = wrong === 0 ? 'nothing is wrong' : `${count(wrong, 'thing')} wrong`;
  return `${count(proofs.length, 'pack')}, ${totals.queries} queries on Prometheus ${prometheus}: ${verdict} (${seconds(milliseconds)})\n`;
}
