import { dashboardLooks } from '../../core/inspect/blind/dashboard-looks.js';
import { touchedServers } from '../../core/inspect/blind/touched-servers.js';
import type { PanelLook } from '../../core/inspect/blind/look.js';
import type { AcceptedBlindSpot, Expectation, QueryExpectation } from '../../core/model/expectation.js';
import { Failure } from '../../core/model/failure.js';
import type { Scenario } from '../../core/model/scenario.js';
import { serversOf } from '../../core/pack/servers.js';
import { nearest } from '../../core/text/nearest.js';
import type { Node } from '../../core/promql/node.js';
import { print } from '../../core/promql/print.js';
import { blindIn, deadFamilies, downIn, downScenario } from '../../core/inspect/proof/dead.js';
import { proveDashboard } from '../../core/inspect/proof/prove-dashboard.js';
import { unseenParts } from '../../core/inspect/proof/unseen-parts.js';
import { proveInScenario, type Scene, type ScenarioProof } from '../../core/inspect/proof/prove-scenario.js';
import type { DashboardProof, ScenarioResult } from './pack-proof.js';
import type { BuiltPack } from './subjects.js';
import { healthyTimes, scenarioTimes } from './times.js';
import type { Workshop } from './workshop.js';
import { createWorld, type World } from './world.js';

/** The scenarios of a pack, to prove it. */
export interface Scenes {
  /** All is well. */
  readonly healthy: Scenario;
  /** All others, and one in which each producer is dead that has none. */
  readonly others: readonly Scenario[];
  readonly expectations: readonly QueryExpectation[];
  readonly accepted: readonly AcceptedBlindSpot[];
}

/**
 * Loads the scenarios of a pack.
 *
 * @throws Failure where none is called `healthy`
 */
export async function scenesOf({ pack }: BuiltPack): Promise<Scenes> {
  const scenarios = await pack.scenarios();
  const healthy = scenarios.find(({ name }) => name === 'healthy');
  if (healthy === undefined) {
    const next = "add scenario('healthy', 'Everything runs.', []) to the scenarios of the pack";
    throw new Failure(`pack "${pack.name}" has no scenario "healthy", in which all is well`, { next });
  }
  const dying = new Set(scenarios.flatMap((scenario) => [...downIn(scenario)]));
  const exporting = new Set(pack.metrics.flatMap(({ family }) => (family.producers ?? []).map(({ job }) => job)));
  const undying = pack.producers.filter(({ job }) => exporting.has(job) && !dying.has(job));
  return {
    healthy,
    others: [
      ...scenarios.filter((scenario) => scenario !== healthy),
      ...undying.map(({ job }) => downScenario(healthy, job)),
    ],
    ...sorted(await pack.expectations()),
  };
}

/** Expectations of queries, and blind spots that are accepted. */
function sorted(all: readonly Expectation[]): Pick<Scenes, 'expectations' | 'accepted'> {
  const isAccepted = (each: Expectation): each is AcceptedBlindSpot => 'scenarios' in each;
  return { expectations: all.filter((each) => !isAccepted(each)), accepted: all.filter(isAccepted) };
}

/** The scenario of a name. Throws a `Failure` where there is none. */
export function findScene({ healthy, others }: Scenes, name: string, pack: string): Scenario {
  const all = [healthy, ...others];
  const found = all.find((scenario) => scenario.name === name);
  if (found !== undefined) return found;
  const names = all.map((scenario) => scenario.name);
  const meant = nearest(name, names);
  throw new Failure(
    `pack "${pack}" has no scenario "${name}"${meant === undefined ? '' : `: did you mean "${meant}"?`}`,
    {
      next: `use --scenario with ${names.join(', ')}`,
    },
  );
}

/** Proves a pack while all is well. */
export async function proveHealthy(built: BuiltPack, { healthy, expectations }: Scenes, workshop: Workshop) {
  const { pack, ruleTexts } = built;
  const spec = { pack, servers: serversOf(pack), scenario: healthy, ruleTexts, ...healthyTimes };
  const world = await createWorld(spec, workshop);
  const dashboards: DashboardProof[] = [];
  for (const subject of built.subjects) {
    const { uid = '', title } = subject.dashboard;
    dashboards.push({ uid, title, proofs: await proveDashboard(subject, world, expectations) });
  }
  const looks: Awaited<ReturnType<typeof looksOf>>[] = [];
  for (const ago of healthyAgo) looks.push(await looksOf(built, { ...world, now: world.now - ago }));
  const unseen = new Map<string, readonly string[]>();
  for (const { rule, server } of world.rules) {
    const asked = world.servers.named(server);
    const range = { start: healthyTimes.from, end: world.now };
    if (asked !== undefined) unseen.set(rule.name, await unseenParts(rule.rule.node, asked, range));
  }
  await world.stop();
  return { scenario: healthy, runs: world.rules, dashboards, unseen, looks };
}

/** In seconds: a series that flickers while all is well is there at one of these times, and not at another. */
const healthyAgo = [0, 290, 660] as const;

/** The looks of every dashboard, by uid. What was asked before is known. */
async function looksOf({ subjects }: BuiltPack, world: World): Promise<ReadonlyMap<string, readonly PanelLook[]>> {
  const looks = new Map<string, readonly PanelLook[]>();
  for (const subject of subjects) looks.set(subject.dashboard.uid ?? '', await dashboardLooks(subject, world));
  return looks;
}

/**
 * Proves a pack in another scenario. Its dashboards are looked at; their queries are judged where something is dead, or
 * declared to have data.
 *
 * @param all whether the queries of every dashboard are judged in any case
 */
export async function proveScenario(
  built: BuiltPack,
  scenario: Scenario,
  { expectations, healthy }: Pick<Scenes, 'expectations' | 'healthy'>,
  workshop: Workshop,
  all = false,
): Promise<ScenarioResult> {
  const { pack, ruleTexts } = built;
  const declared = expectations.filter((each) => each.kind === 'only in' && each.scenario === scenario.name);
  const asksAll = all || downIn(scenario).size > 0 || blindIn(scenario).length > 0;
  const subjects = built.subjects.filter(
    ({ dashboard }) => asksAll || declared.some((each) => each.dashboard === dashboard.uid),
  );
  const touched = new Set(touchedServers(pack, scenario, healthy).map(({ datasource }) => datasource.uid));
  const servers = serversOf(pack).filter(
    ({ ruleFiles, datasource }) => subjects.length > 0 || ruleFiles.length > 0 || touched.has(datasource.uid),
  );
  const world = await createWorld({ pack, servers, scenario, ruleTexts, ...scenarioTimes(scenario) }, workshop);
  const scene = {
    name: scenario.name,
    deadFamilies: deadFamilies(pack, scenario, await aliveIn(built, scenario, world)),
  };
  const dashboards = await askAll(subjects, world, scene, expectations);
  const looks = await looksOf(built, world);
  await world.stop();
  return { scenario, runs: world.rules, dashboards, looks };
}

/** The producers that a scenario makes blind, and that are alive all the same, by what they say themselves. */
async function aliveIn({ pack }: BuiltPack, scenario: Scenario, { servers, now }: World): Promise<ReadonlySet<string>> {
  const blind = new Set(blindIn(scenario));
  const alive = new Set<string>();
  for (const { job, scrapedBy, alive: contract } of pack.producers.filter((each) => blind.has(each.job))) {
    const expr = print(contract() as Node);
    for (const server of servers.all.filter(({ datasource }) =>
      scrapedBy.some((role) => datasource.roles.includes(role)),
    )) {
      const answer = await server.ask({ expr, range: { start: now, end: now } });
      if (answer.status === 'data') alive.add(job);
    }
  }
  return alive;
}

async function askAll(
  subjects: BuiltPack['subjects'],
  world: World,
  scene: Scene,
  expectations: readonly QueryExpectation[],
): Promise<ReadonlyMap<string, readonly ScenarioProof[]>> {
  const asked = new Map<string, readonly ScenarioProof[]>();
  for (const subject of subjects) {
    asked.set(subject.dashboard.uid ?? '', await proveInScenario(subject, world, scene, expectations));
  }
  return asked;
}
