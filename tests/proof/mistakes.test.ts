import { afterAll, beforeAll, expect, test } from 'vitest';
import { Workshop } from '../../src/cli/prove/workshop.js';
import type { World } from '../../src/cli/prove/world.js';
import { peakTrade } from '../../src/packs/peak-trade.js';
import { fileSubjects, healthyWorld, redPanels } from './world.js';

let workshop: Workshop;
let world: World;

beforeAll(async () => {
  workshop = new Workshop();
  world = await healthyWorld(peakTrade, workshop, { servers: ['prom_local_9092', 'prom_ai_live_9094'] });
});
afterAll(() => workshop.close());

/** The problems of a panel that asks one query, as somebody might have written it by hand. */
async function wrongWith(panel: {
  readonly expr: string;
  readonly datasource?: string;
  readonly legendFormat?: string;
  readonly unit?: string;
  readonly instant?: boolean;
}): Promise<readonly string[]> {
  const { expr, datasource = 'prom_local_9092', legendFormat, unit, instant = false } = panel;
  const target = { refId: 'A', expr, legendFormat, instant, range: !instant };
  const dashboard = {
    uid: 'by-hand',
    title: 'By hand',
    schemaVersion: 41,
    time: { from: 'now-1h', to: 'now' },
    panels: [
      {
        id: 1,
        type: instant ? 'stat' : 'timeseries',
        title: 'P',
        datasource: { type: 'prometheus', uid: datasource },
        gridPos: { x: 0, y: 0, w: 12, h: 8 },
        fieldConfig: { defaults: unit === undefined ? {} : { unit } },
        targets: [target],
      },
    ],
  };
  const red = await redPanels(await fileSubjects('by-hand.json', JSON.stringify(dashboard), peakTrade), world);
  return red['P'] ?? [];
}

const p95 = 'histogram_quantile(0.95, sum by (le) (rate(peak_trade_pipeline_latency_seconds_bucket[5m]))) >= 0';

test.each([
  ['a sound rate', { expr: 'sum by (stage) (rate(peak_trade_pipeline_events_total[5m]))', legendFormat: '{{stage}}' }],
  ['a sound quantile', { expr: p95, unit: 's' }],
  ['a legend by which series can be told apart', { expr: 'up', legendFormat: '{{job}}' }],
])('%s is not red', async (_what, panel) => {
  expect(await wrongWith(panel)).toEqual([]);
});

test.each([
  [
    'the wrong datasource',
    { expr: 'sum(rate(peaktrade_ai_decisions_total[5m]))' },
    /peaktrade_ai_decisions_total was never seen on LOCAL, SHADOW \(prom_local_9092\), but AI_LIVE .* has it/,
  ],
  [
    'the wrong datasource, behind a 0',
    { expr: 'sum(rate(peaktrade_ai_decisions_total[5m])) or vector(0)', instant: true },
    /peaktrade_ai_decisions_total was never seen on LOCAL/,
  ],
  ['a metric that nobody exports', { expr: 'sum(rate(peak_trade_pipeline_event_total[5m]))' }, /was never seen on/],
  [
    'milliseconds for seconds',
    { expr: p95, unit: 'ms' },
    /the unit "ms" shows milliseconds, and the numbers are seconds/,
  ],
  [
    'a label that the aggregation has removed',
    { expr: 'sum by (mode) (rate(peak_trade_pipeline_events_total[5m]))', legendFormat: '{{stage}}' },
    /the legend names the label stage/,
  ],
  [
    'a label that the metric does not have',
    { expr: 'sum(rate(peak_trade_pipeline_events_total{step="intent"}[5m]))' },
    /has no label step/,
  ],
  [
    'a legend for several series alike',
    { expr: 'rate(peak_trade_pipeline_events_total[5m])', legendFormat: 'events' },
    /series came back, and the legend "events" does not tell them apart/,
  ],
  ['a window of one interval', { expr: 'sum(rate(peak_trade_pipeline_events_total[5s]))' }, /too few|\[5s\]/],
  ['a window of two intervals', { expr: 'sum(count_over_time(up[10s]))' }, /the window \[10s\] holds fewer than 3/],
  [
    'a share above 1',
    {
      expr: 'sum(rate(peak_trade_pipeline_events_total[5m])) / sum(rate(peak_trade_pipeline_events_total{stage="error"}[5m]))',
      unit: 'percentunit',
    },
    /0 to 1 is what the unit "percentunit" allows/,
  ],
  ['a time below 0', { expr: 'max(peak_trade_run_state - time())', unit: 's' }, /0 to 315360000 is what/],
  ['0 / 0', { expr: '0 * max(up) / (0 * max(up))', instant: true }, /divided by nothing|NaN/],
])('%s is red', async (_what, panel, reason) => {
  const reasons = await wrongWith(panel);
  expect(reasons.join('\n')).toMatch(reason);
});
