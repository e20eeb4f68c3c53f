import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { walk, type Node } from '../../../src/core/promql/node.js';
import { claire } from '../../../src/packs/claire.js';
import * as refs from '../../../src/dashboards/claire/refs.js';
import { facts } from '../../fixtures/claire-facts.js';
import { repository } from '../../meta/tree.js';
import { allPanels, builtPack } from '../built-pack.js';
import { audited, besides } from './audit.js';

const { dashboards, findings } = await builtPack(claire);
const panels = dashboards.flatMap(({ uid, json }) => allPanels(json).map((panel) => ({ uid, panel })));
const missing = new Map(
  claire.metrics.flatMap(({ family }) =>
    family.missing === undefined ? [] : [[family.name, family.missing.producer.job] as const],
  ),
);

test('nothing is wrong', () => {
  expect(findings).toEqual([]);
});

test('the nine dashboards, in a folder of their own', () => {
  expect(dashboards.map(({ uid }) => uid).toSorted()).toEqual(Object.keys(audited).toSorted());
  expect(new Set(Object.values(refs).map(({ folder }) => folder))).toEqual(new Set(['claire']));
  const files = readdirSync(`${repository}/src/dashboards/claire`).filter((file) => file.endsWith('.ts'));
  expect(files.length - ['refs.ts'].length).toBe(dashboards.length);
});

describe.each(dashboards)('$uid', ({ uid, json, facts: asked }) => {
  test('has the panels of the audit, by their names', () => {
    const titles = allPanels(json).flatMap(({ type, title }) => (type === 'row' ? [] : [title]));
    expect(titles.toSorted()).toEqual([...(audited[uid] ?? []), ...(besides[uid] ?? [])].toSorted());
  });

  test('asks the metrics that the facts say it asks', () => {
    const families = new Set(asked.panels.flatMap(({ queries }) => queries.flatMap((query) => query.families)));
    families.delete('up');
    const expected = Object.entries(facts.metrics).filter(([, fact]) => fact.dashboards.includes(uid));
    const names = expected.map(([name]) => name).filter((name) => !(left[uid] ?? []).includes(name));
    expect([...families].toSorted()).toEqual([...names, ...(added[uid] ?? [])].toSorted());
  });
});

/** "Execution" is a tile of `up`: an uptime is there as long as its last sample is. */
const left: Readonly<Record<string, readonly string[]>> = { claire_system_v1: ['execution_uptime_seconds'] };

/**
 * "Orders Blocked" asked what the execution engine rejected; it asks what was blocked as well. "The whole chain" asks what
 * the dashboard that is looked at first did not show.
 */
const added: Readonly<Record<string, readonly string[]>> = {
  claire_paper_trading_n1: [
    'candle_candles_emitted_total',
    'db_writer_events_failed_total',
    'execution_orders_received_total',
    'pg_stat_activity_count',
    'pg_up',
    'redis_up',
  ],
  claire_risk_v1: ['orders_blocked_total'],
};

describe('what nobody exports', () => {
  test.for([...missing])('%s is asked by a panel that says it waits for %s', ([name, job]) => {
    const asking = dashboards.flatMap(({ uid, facts: asked }) =>
      asked.panels
        .filter(({ queries }) => queries.some(({ families }) => families.includes(name)))
        .map(({ id }) => [uid, id]),
    );
    expect(asking.length).toBeGreaterThan(0);
    for (const [uid, id] of asking) {
      const panel = panels.find((each) => each.uid === uid && each.panel.id === id)?.panel;
      expect(panel?.description).toContain(`Waiting for ${job}: nobody exports \`${name}\` yet.`);
    }
  });

  test('a panel that only waits shows it in place of a value, others do not', () => {
    const shown = dashboards.flatMap(({ uid, facts: asked }) =>
      asked.panels.map(({ id, title, queries }) => {
        const waits = queries.length > 0 && queries.every(({ families }) => families.some((name) => missing.has(name)));
        const json = panels.find((each) => each.uid === uid && each.panel.id === id)?.panel;
        return { title, waits, shown: json?.fieldConfig?.defaults.noValue?.startsWith('waiting for ') ?? false };
      }),
    );
    expect(shown.filter((each) => each.waits !== each.shown)).toEqual([]);
    expect(shown.some(({ waits }) => waits)).toBe(true);
  });

  test('what an empty tile shows is gray, never the green of what is well', () => {
    const tiles = panels.filter(({ panel: { type } }) => ['stat', 'gauge', 'bargauge'].includes(type));
    const waiting = tiles.filter(({ panel }) => panel.fieldConfig?.defaults.noValue?.startsWith('waiting for '));
    expect(waiting.length).toBeGreaterThan(5);
    const painted = tiles.flatMap(({ panel: { title, fieldConfig } }) => {
      const { color, mappings = [], noValue = 'No data' } = fieldConfig?.defaults ?? {};
      const empty = mappings.find(({ options }) => options['match'] === 'null')?.options['result'];
      const isGray = JSON.stringify(empty) === JSON.stringify({ color: 'gray', text: noValue });
      return isGray || color?.mode === 'fixed' ? [] : [title];
    });
    expect(painted).toEqual([]);
  });

  test('no zero is made up of it', () => {
    const zeros = dashboards.flatMap(({ facts: asked }) =>
      asked.panels.flatMap(({ title, queries }) =>
        queries.flatMap(({ node, families }) =>
          families.some((name) => missing.has(name)) && hasConstant(node) ? [title] : [],
        ),
      ),
    );
    expect(zeros).toEqual([]);
  });
});

test('every panel asks its role’s datasource, and none can be pointed elsewhere', () => {
  const asked = new Set(panels.flatMap(({ panel }) => (panel.datasource === undefined ? [] : [panel.datasource.uid])));
  expect([...asked].toSorted()).toEqual(['postgres', 'prometheus']);
  for (const { json } of dashboards) {
    expect(json.templating.list.map(({ name, query, hide }) => [name, query, hide])).toEqual([
      ['DS_PROM', 'prometheus', 2],
      ['DS_SQL', 'grafana-postgresql-datasource', 2],
    ]);
  }
});

test('from the first dashboard a viewer reaches every other, and back', () => {
  const targets = (uid: string): readonly string[] =>
    dashboards.filter((each) => each.uid === uid).flatMap((each) => each.facts.links.map(({ to }) => to.uid));
  const [first = '', ...others] = dashboards.map(({ uid }) => uid);
  expect(targets(first)).toEqual(others);
  for (const uid of others) expect(targets(uid)).toEqual([first]);
});

test('a whole dashboard, as it is generated', async () => {
  const execution = dashboards.find(({ uid }) => uid === refs.execution.uid);
  await expect(execution?.text).toMatchFileSnapshot('../../golden/claire-execution.json');
});

function hasConstant(query: Node): boolean {
  let found = false;
  walk(query, (node) => {
    found ||= node.kind === 'call' && (node.name === 'vector' || node.name.startsWith('absent'));
  });
  return found;
}
