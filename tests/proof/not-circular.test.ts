import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Workshop } from '../../src/cli/prove/workshop.js';
import { peakTrade } from '../../src/packs/peak-trade.js';
import type { ProofSubject } from '../../src/core/inspect/proof/subject.js';
import { healthyWorld, packSubjects, redPanels, renamed } from './world.js';

/** Without its rules: they are not asked here. */
const pack = { ...peakTrade, rules: [] };
const servers = ['prom_local_9092'];
let workshop: Workshop;
let shadow: readonly ProofSubject[];

beforeAll(async () => {
  workshop = new Workshop();
  shadow = (await packSubjects(peakTrade)).filter(({ dashboard }) => dashboard.uid === 'peaktrade-shadow-pipeline-mvs');
});
afterAll(() => workshop.close());

async function redWith(metric: string, label: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const simulated = renamed(pack, metric, label, `${label}_renamed`);
  const world = await healthyWorld(pack, workshop, { simulated, servers });
  try {
    return await redPanels(shadow, world);
  } finally {
    await world.stop();
  }
}

test('while producers export what the catalog says, no panel is red', async () => {
  const world = await healthyWorld(pack, workshop, { servers });
  expect(await redPanels(shadow, world)).toEqual({});
  await world.stop();
});

describe('a producer that calls a label otherwise turns the panels red that ask for it', () => {
  test('stage, of the events of the pipeline: a legend and a share', async () => {
    const red = await redWith('peak_trade_pipeline_events_total', 'stage');
    expect(Object.keys(red)).toEqual(['Pipeline Event Throughput (by stage)', 'Pipeline Error Rate']);
    expect(red['Pipeline Event Throughput (by stage)']).toEqual([
      'the legend names the label stage, which is not among those that came back',
    ]);
  });

  test('mode, of its latency: the quantile', async () => {
    const red = await redWith('peak_trade_pipeline_latency_seconds', 'mode');
    expect(Object.keys(red)).toEqual(['Latency p95 (intent → ack)']);
  });
});
