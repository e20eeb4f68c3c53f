import {
  alert,
  alertTest,
  dashboard,
  dashboardRef,
  eq,
  firesAt,
  hold,
  pack,
  rate,
  row,
  ruleFile,
  series,
  silentUntil,
  stat,
  sum,
} from 'dashpack';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { buildPack } from '../../../src/core/pack/build/build-pack.js';
import type { Pack } from '../../../src/core/pack/pack.js';
import type { Finding } from '../../../src/core/model/finding.js';
import * as catalog from '../catalog/small-pack.js';

type PackSpec = Parameters<typeof pack>[0];

/** The one dashboard of the small pack. */
export const home = dashboardRef({ uid: 'web', title: 'Web', folder: 'http' });

const web = dashboard(home, {
  rows: { now: row('Now', { requests: stat('Requests', { query: sum(rate(catalog.requests(), '5m')) }) }) },
});

const down = { job: 'web', instance: 'a:1' } as const;
const exporterDown = alert('ExporterDown', {
  when: eq(catalog.up.on(catalog.LOCAL)({ job: 'web' }), 0),
  for: '1m',
  severity: 'critical',
  summary: 'The exporter {{ $labels.instance }} is down',
  description: 'Look whether it runs.',
  runbook: 'https://example.org/runbook',
  tests: [
    alertTest('fires after a minute', [series(catalog.up.on(catalog.LOCAL)(down), hold(0))], [firesAt('1m', down)]),
    alertTest('is silent while it is up', [series(catalog.up.on(catalog.LOCAL)(down), hold(1))], [silentUntil('10m')]),
  ],
});

const rules = ruleFile('web_alerts.yml', { role: catalog.LOCAL, groups: { web: [exporterDown] } });

/** A pack with two servers, one producer, an alert and a dashboard. */
export function smallPack(more: Partial<Pick<PackSpec, 'name' | 'title' | 'stacks' | 'alertmanager' | 'home'>>): Pack {
  return pack({
    name: 'team',
    title: 'Team',
    roles: [catalog.LOCAL, catalog.SHADOW],
    datasources: [catalog.local, catalog.shadow],
    bindings: catalog.environment.bindings,
    producers: [catalog.web],
    metrics: [catalog.up, catalog.requests, catalog.queueDepth, catalog.latency],
    rules: [rules],
    dashboards: [() => web],
    ...more,
  });
}

/** What a pack builds: its files by path, and what is wrong. */
export interface Built {
  readonly files: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
}

/** Builds a pack in memory. */
export async function build(built: Pack): Promise<Built> {
  const files = new Map<string, string>();
  const findings: Finding[] = [];
  for await (const event of buildPack(built)) {
    findings.push(...event.findings);
    if (event.artifact !== undefined) files.set(event.artifact.path, event.artifact.text);
  }
  return { files, findings };
}

/** Writes what packs build as the command does, into a folder that is removed when the test ends. */
export function writeBuilt(built: Readonly<Record<string, Built>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'dashpack-stack-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, { files }] of Object.entries(built)) {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, name, path)), { recursive: true });
      writeFileSync(join(folder, name, path), text);
    }
  }
  return folder;
}
