import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Workshop } from '../../src/cli/prove/workshop.js';
import { peakTrade } from '../../src/packs/peak-trade.js';
import { fileSubjects, healthyWorld, redPanels } from './world.js';

const folder = process.env['PEAK_TRADE_LEGACY'] ?? '';

/** The servers, as they were called before. */
const uids: Readonly<Record<string, string>> = {
  'peaktrade-prometheus-local': 'prom_local_9092',
  'peaktrade-prometheus-shadow': 'prom_local_9092',
  'peaktrade-prometheus-main': 'prom_main_9090',
  'peaktrade-prometheus-ai-live': 'prom_ai_live_9094',
  'peaktrade-prometheus-observability': 'prom_observability_9095',
};
const formerName = /peaktrade-prometheus-[a-z-]+/g;

/** They ask LOCAL for what AI_LIVE has; most fill in a 0. */
const wrongScope = [
  '$run_id',
  'AI Live Up (1/0)',
  'Worst event age (s) (5m)',
  'Latency p95 (ms) (5m)',
  'Parse errors / 5m',
  'Drops / 5m',
  'Reject share (5m)',
  'Decisions / min (1m)',
  'Top reject reasons (10m)',
  'Source freshness (age s)',
];

/** Panels of the hand-written dashboards that could not show what they promise, and why. */
const known: readonly (readonly [file: string, panel: string, reason: RegExp])[] = [
  ...['peaktrade-execution-watch-overview.json', 'peaktrade-operator-unified.json'].flatMap((file) =>
    wrongScope.map((panel) => [file, panel, /on LOCAL, SHADOW .* but AI_LIVE .* has it/] as const),
  ),
  ['peaktrade-operator-unified.json', 'Active alerts (firing)', /no alert rules loaded/],
  ['peaktrade-operator-summary.json', 'Stack Fingerprint: Active Stacks', /the legend names the label stack/],
  ['peaktrade-system-health.json', 'Scrape duration (p95) — local', /scrape_duration_seconds_bucket was never seen/],
  [
    'GRAFANA_DASHBOARD_PEAK_TRADE_WATCH_ONLY.json',
    'RPS (gesamt)',
    /no server is given for the datasource "Prometheus"/,
  ],
];

test.skipIf(folder === '')(
  'the hand-written dashboards are red where they were wrong',
  async () => {
    const workshop = new Workshop();
    try {
      const world = await healthyWorld(peakTrade, workshop);
      const red: Record<string, Readonly<Record<string, readonly string[]>>> = {};
      for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
        const text = readFileSync(join(folder, file), 'utf8').replaceAll(formerName, (name) => uids[name] ?? name);
        red[file] = await redPanels(await fileSubjects(file, text, peakTrade), world);
      }
      for (const [file, panel, reason] of known) {
        expect(`${file}: ${panel}: ${red[file]?.[panel]?.join('\n') ?? 'not red'}`).toMatch(reason);
      }
    } finally {
      await workshop.close();
    }
  },
  120_000,
);
