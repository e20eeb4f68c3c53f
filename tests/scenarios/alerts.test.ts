import { expect, test } from 'vitest';
import type { Scenario } from '../../src/core/model/scenario.js';
import type { Pack } from '../../src/core/pack/pack.js';
import { serversOf, type Server } from '../../src/core/pack/servers.js';
import { durationSeconds } from '../../src/core/promql/duration.js';
import { print } from '../../src/core/promql/print.js';
import type { AlertDefinition } from '../../src/core/rule/alert.js';
import { writeBackfill } from '../../src/core/simulate/backfill.js';
import { aiTradingCore } from '../../src/packs/ai-trading-core.js';
import { claire } from '../../src/packs/claire.js';
import { peakTrade } from '../../src/packs/peak-trade.js';
import { startPrometheus } from '../servers/prometheus.js';

const to = 1_800_000_000;

/** Some alerts look back over an hour. */
const from = to - 80 * 60;

const packs = [peakTrade, aiTradingCore, claire] as const;

function rulesOf({ ruleFiles }: Server) {
  return ruleFiles.flatMap(({ groups }) => groups.flatMap(({ rules }) => rules));
}

function alertsOf(server: Server): readonly AlertDefinition[] {
  return rulesOf(server).flatMap((rule) => (rule.kind === 'alert' ? [rule] : []));
}

/** An alert's query, with what rules record written out: nothing evaluates rules over history here. */
function queryOf(alert: AlertDefinition, server: Server): string {
  const recorded = rulesOf(server).flatMap((rule) => (rule.kind === 'record' ? [rule] : []));
  return recorded.reduce(
    (text, { family, node }) => text.replaceAll(family.name, `(${print(node)})`),
    print(alert.node),
  );
}

/**
 * The alerts that fire at the end of a scenario, of those that it is made for, or of all where it is made for none: their
 * query has had a sample for as long as they wait. Producers export what the queries ask.
 */
async function firing(pack: Pack, scenario: Scenario): Promise<readonly string[]> {
  const names: string[] = [];
  const changed = new Set(
    scenario.effects.flatMap((effect) => ('about' in effect && 'family' in effect.about ? [effect.about.family] : [])),
  );
  for (const server of serversOf(pack)) {
    const { fires } = scenario;
    const alerts = alertsOf(server).filter(({ name }) => fires.length === 0 || fires.includes(name));
    if (alerts.length === 0) continue;
    const asked = alerts.map((alert) => queryOf(alert, server)).join('\n');
    const metrics = pack.metrics.filter(({ family: { name } }) => asked.includes(name) || changed.has(name));
    const pieces: string[] = [];
    writeBackfill({ pack: { ...pack, metrics }, server, scenario, from, to, denseFor: 1800 }, (piece) =>
      pieces.push(piece),
    );
    const prometheus = await startPrometheus(pieces.join(''));
    try {
      for (const alert of alerts) {
        const seconds = durationSeconds(alert.for) ?? 0;
        const times = seconds / 10;
        const window = `(${queryOf(alert, server)})[${seconds}s:10s]`;
        const answer = await prometheus.query(`count_over_time(${window}) >= ${times}`, to);
        if ('error' in answer) throw new Error(`${alert.name}: ${answer.error}`);
        if (answer.series.length > 0) names.push(alert.name);
      }
    } finally {
      await prometheus.stop();
    }
  }
  return names;
}

test.each(packs.map((pack) => [pack.name, pack] as const))(
  '%s: every alert has a scenario that is made for it',
  async (_, pack) => {
    const alerts = serversOf(pack).flatMap(alertsOf);
    const fired = (await pack.scenarios()).flatMap(({ fires }) => fires);
    expect(new Set(fired)).toEqual(new Set(alerts.map(({ name }) => name)));
  },
);

/** Nothing fires in these. */
const silent: ReadonlySet<string> = new Set(['healthy', 'restart', 'new-label-values']);

const scenarios = (
  await Promise.all(packs.map(async (pack) => (await pack.scenarios()).map((each) => ({ pack, each }))))
).flat();

test.each(
  scenarios
    .filter(({ each }) => each.fires.length > 0 || silent.has(each.name))
    .map(({ pack, each }) => [pack.name, each.name, pack, each] as const),
)(
  '%s, %s: fires what it is made for',
  async (_pack, name, pack, scenario) => {
    const found = await firing(pack, scenario);
    expect(scenario.fires.filter((alert) => !found.includes(alert))).toEqual([]);
    expect(silent.has(name) ? found : []).toEqual([]);
  },
  60_000,
);
