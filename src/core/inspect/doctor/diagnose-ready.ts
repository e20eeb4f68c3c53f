import type { GateResult } from '../gates/gate-result.js';
import { checkGrafanaHealth } from '../gates/live/grafana-health.js';
import type { LiveServer } from '../gates/live/live-server.js';
import { checkPrometheusReady } from '../gates/live/prometheus-ready.js';
import type { DoctorSettings } from './settings.js';

/** Which servers are ready, and which of them answer. */
export interface Readiness {
  readonly results: readonly GateResult[];
  readonly answering: readonly LiveServer[];
}

/** A diagnosis: Grafana and every Prometheus are ready. Where nobody answers, that is what is wrong. */
export async function diagnoseReady({ servers, grafana }: DoctorSettings): Promise<Readiness> {
  const health = { ...blame(await checkGrafanaHealth(grafana)), subject: 'grafana' };
  const asked = await Promise.all(servers.map(async (live) => ({ live, result: await checkPrometheusReady(live) })));
  return {
    results: [
      health,
      ...asked.map(({ live, result }) => (live.server.datasource.isOptional === true ? named(result) : blame(result))),
    ],
    answering: asked.filter(({ result }) => result.verdict === 'pass').map(({ live }) => live),
  };
}

function named(result: GateResult): GateResult {
  return { ...result, check: 'ready' };
}

function blame(result: GateResult): GateResult {
  const { isMissed: _, ...rest } = named(result);
  return rest.verdict === 'skip' ? { ...rest, verdict: 'fail' } : rest;
}
