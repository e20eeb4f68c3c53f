import { expect, test } from 'vitest';
import { peakTrade } from '../../src/packs/peak-trade.js';

test.each(peakTrade.producers.map((producer) => [producer.job, producer] as const))(
  'the runbook of %s names its port where it is down, and says something else where it is silent',
  (_job, { port, runbook }) => {
    expect(runbook?.down).toContain(String(port));
    expect(runbook?.silent.length ?? 0).toBeGreaterThan(40);
    expect(runbook?.silent).not.toBe(runbook?.down);
  },
);

test('the AI Live exporter reads a file', () => {
  expect(peakTrade.producers.flatMap(({ job, reads }) => (reads === undefined ? [] : [[job, reads.env]]))).toEqual([
    ['ai_live', 'PEAK_TRADE_AI_EVENTS_JSONL'],
  ]);
});
