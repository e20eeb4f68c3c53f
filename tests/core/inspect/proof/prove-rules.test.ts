import { expect, test } from 'vitest';
import { scenario } from 'dashpack/simulate';
import { serversOf } from '../../../../src/core/pack/servers.js';
import { proveRules, type RulesInScenario } from '../../../../src/core/inspect/proof/prove-rules.js';
import { ruleSteps, serverRules } from '../../../../src/core/inspect/proof/server-rules.js';
import { aiTradingCore } from '../../../../src/packs/ai-trading-core.js';
import { peakTrade } from '../../../../src/packs/peak-trade.js';

const rules = serversOf(peakTrade).flatMap(serverRules);
const alert = rules.find(({ name }) => name === 'AI_LIVE_ExporterDown');
const record = rules.find(({ rule }) => rule.kind === 'record');
if (alert === undefined || record === undefined) throw new Error('no rules');

/** A scenario, and whether the alert fires in it. */
function scene(name: string, fires: readonly string[], firing: boolean): RulesInScenario {
  const firings = firing ? [{ labels: { job: 'a' }, from: 1, to: 2 }] : [];
  const about = { server: 'prom', samples: 1, error: undefined, written: '' };
  return {
    scenario: scenario(name, name, [], { fires: fires.map((each) => ({ name: each })) }),
    runs: [
      { ...about, rule: alert as typeof alert & object, firings },
      { ...about, rule: record as typeof record & object, firings: [] },
    ],
  };
}

const well = { ...scene('healthy', [], false), unseen: new Map<string, readonly string[]>() };
const own = ['AI_LIVE_ExporterDown'];

test.each([
  ['it fires where it shall', [scene('down', own, true)], 'only in', []],
  [
    'it does not fire',
    [scene('down', own, false)],
    'failed',
    ['it does not fire in the scenario down, which is made for it'],
  ],
  [
    'nothing is made for it',
    [scene('idle', [], false)],
    'failed',
    ['no scenario is made for it: let one name it under fires'],
  ],
  [
    'it fires where it shall not',
    [scene('down', own, true), scene('idle', [], true)],
    'failed',
    ['it fires in the scenario idle, which is not made for it, with {"job":"a"}'],
  ],
])('%s', (_what, others, verdict, reasons) => {
  const [proof, recorded] = proveRules(well, others);
  expect(proof).toMatchObject({ place: 'AI_LIVE_ExporterDown', verdict, reasons });
  expect(recorded).toMatchObject({ verdict: 'data' });
});

test('it fires while all is well, or asks for what is not there', () => {
  const [proof] = proveRules({ ...scene('healthy', [], true), unseen: new Map() }, [scene('down', own, true)]);
  expect(proof?.verdict).toBe('failed');
  const unseen = new Map([['AI_LIVE_ExporterDown', ['up{job="other"}']]]);
  const [other] = proveRules({ ...well, unseen }, [scene('down', own, true)]);
  expect(other?.reasons).toEqual(['a part of it finds nothing: up{job="other"}']);
});

test('a rule is evaluated after those whose series it asks', () => {
  const steps = ruleSteps(serversOf(aiTradingCore).flatMap(serverRules)).map(
    (step) => new Set(step.map(({ name }) => name)),
  );
  const asked = 'queue:feed_queue_depth:max5m';
  const first = steps.findIndex((step) => step.has(asked));
  const then = steps.findIndex((step) => step.has('QueueDepthHigh'));
  expect(first).toBe(0);
  expect(then).toBeGreaterThan(first);
});
