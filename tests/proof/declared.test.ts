import { afterAll, beforeAll, expect, test } from 'vitest';
import { dashboardRef } from 'dashpack';
import { elsewhere, onlyIn, valuesIn } from 'dashpack/simulate';
import { Workshop } from '../../src/cli/prove/workshop.js';
import { mergeProofs } from '../../src/cli/prove/merge.js';
import { proveScenario } from '../../src/cli/prove/prove-pack.js';
import type { World } from '../../src/cli/prove/world.js';
import type { QueryExpectation } from '../../src/core/model/expectation.js';
import { proveDashboard } from '../../src/core/inspect/proof/prove-dashboard.js';
import type { ProofSubject } from '../../src/core/inspect/proof/subject.js';
import { peakTrade } from '../../src/packs/peak-trade.js';
import scenarios from '../../src/scenarios/peak-trade/index.js';
import { fileSubjects, healthyWorld } from './world.js';

/** One server of the pack, without its rules: what is declared is about dashboards. */
const server = 'prom_ai_live_9094';
const oneServer = { ...peakTrade, rules: [], datasources: peakTrade.datasources.filter(({ uid }) => uid === server) };

const ref = dashboardRef({ uid: 'by-hand', title: 'By hand', folder: 'tests' });
const [healthy, idle, parseErrors] = [named('healthy'), named('idle'), named('parse-errors')];
let workshop: Workshop;
let world: World;

beforeAll(async () => {
  workshop = new Workshop();
  world = await healthyWorld(oneServer, workshop);
});
afterAll(() => workshop.close());

function named(name: string) {
  const found = scenarios.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no scenario ${name}`);
  return found;
}

async function dashboard(expr: string): Promise<ProofSubject> {
  const panel = {
    id: 1,
    type: 'stat',
    title: 'P',
    datasource: { type: 'prometheus', uid: server },
    gridPos: { x: 0, y: 0, w: 12, h: 8 },
    targets: [{ refId: 'A', expr, instant: true, range: false }],
    fieldConfig: { defaults: { unit: 'short' } },
  };
  const text = JSON.stringify({ uid: ref.uid, title: ref.title, time: { from: 'now-1h', to: 'now' }, panels: [panel] });
  const [subject] = await fileSubjects('by-hand.json', text, peakTrade);
  if (subject === undefined) throw new Error('no dashboard');
  return { ...subject, keys: new Map([[1, 'row/panel']]) };
}

const errors = 'sum(rate(peaktrade_ai_events_parse_errors_total[5m])) > 0';
const place = ['row/panel'];

async function prove(expr: string, expectations: readonly QueryExpectation[], scenario = parseErrors) {
  const subject = await dashboard(expr);
  const proofs = await proveDashboard(subject, world, expectations);
  const built = { pack: oneServer, subjects: [subject], ruleTexts: new Map<string, string>() };
  // Another scenario is asked where something is declared to have data only there, and where nothing is declared.
  const isAsked = expectations.length === 0 || expectations.some(({ kind }) => kind === 'only in');
  const results = isAsked ? [await proveScenario(built, scenario, { expectations, healthy }, workshop)] : [];
  const well = {
    scenario: healthy,
    runs: [],
    unseen: new Map<string, readonly string[]>(),
    looks: [],
    dashboards: [{ uid: ref.uid, title: ref.title, proofs }],
  };
  const { dashboards } = mergeProofs(peakTrade, well, results, { expectations, accepted: [] });
  return dashboards[0]?.proofs.map(({ verdict, scenario: where, reasons }) => ({ verdict, where, reasons }));
}

test('nothing is declared, and nothing comes: it failed', async () => {
  expect(await prove(errors, [])).toMatchObject([{ verdict: 'failed' }]);
});

test('it is declared to have data in a scenario, and has it there', async () => {
  expect(await prove(errors, [onlyIn(parseErrors, ref, place, 'no line is damaged')])).toMatchObject([
    { verdict: 'only in', where: 'parse-errors', reasons: [] },
  ]);
});

test('it is declared to have data in a scenario, and has none there either', async () => {
  const [proof] = (await prove(errors, [onlyIn(idle, ref, place, 'no line is damaged')], idle)) ?? [];
  expect(proof?.verdict).toBe('failed');
  expect(proof?.reasons.join()).toMatch(/^in the scenario idle: /);
});

test('it has data while all is well: the declaration is wrong', async () => {
  const [proof] = (await prove('sum(up)', [onlyIn(parseErrors, ref, place, 'nothing is up')])) ?? [];
  expect(proof?.verdict).toBe('failed');
  expect(proof?.reasons.join()).toContain('and has data while all is well');
});

test('what others may have', async () => {
  const declared = [elsewhere(ref, place, 'others may let AI_LIVE scrape it')];
  expect(await prove('sum(up{job="shadow_mvs"})', declared)).toMatchObject([{ verdict: 'elsewhere' }]);
  expect(await prove('sum(up)', declared)).toMatchObject([
    { verdict: 'failed', reasons: ['it is declared to have none here, and all of it has data'] },
  ]);
});

test('values that their unit does not allow', async () => {
  expect(await prove('0 - sum(up)', [])).toMatchObject([{ verdict: 'failed' }]);
  expect(await prove('0 - sum(up)', [valuesIn(ref, place, { low: -5 }, 'a difference')])).toMatchObject([
    { verdict: 'data' },
  ]);
});
