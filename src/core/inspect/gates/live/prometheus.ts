import { skipped, type GateResult } from '../gate-result.js';
import type { VerifiedPack } from '../verified-pack.js';
import { checkGolden } from './golden.js';
import type { LiveServer } from './live-server.js';
import { checkPrometheusReady } from './prometheus-ready.js';
import { checkPrometheusRules } from './prometheus-rules.js';
import { checkPrometheusTargets } from './prometheus-targets.js';
import type { RequiredSeries } from '../required-series.js';
import type { WarmUp } from './warm-up.js';

/** The results of the Prometheus servers of a pack. */
export interface CheckedServers {
  readonly results: readonly GateResult[];
  readonly series: readonly RequiredSeries[];
}

/**
 * Looks at the Prometheus servers of a pack: whether they answer, have its rules, scrape its producers, and have data.
 */
export async function checkPrometheus(
  verified: VerifiedPack,
  servers: readonly LiveServer[],
  warmUp: WarmUp,
): Promise<CheckedServers> {
  const ready = await Promise.all(servers.map(async (live) => ({ live, result: await checkPrometheusReady(live) })));
  const answering = ready.filter(({ result }) => result.verdict === 'pass').map(({ live }) => live);
  const silent = ready.filter(({ result }) => result.verdict !== 'pass').map(({ live }) => live);
  const rules = await Promise.all(answering.map((live) => checkPrometheusRules(verified.rules, live)));
  const [targets, golden] = await Promise.all([
    Promise.all(answering.map((live) => checkPrometheusTargets(live, warmUp))),
    checkGolden(verified, answering, warmUp),
  ]);
  return {
    results: [
      ...ready.map(({ result }) => result),
      ...rules,
      ...targets.flat(),
      ...golden.results,
      ...silent.flatMap(leftOut),
    ],
    series: golden.series,
  };
}

function leftOut({ server }: LiveServer): readonly GateResult[] {
  const { uid } = server.datasource;
  const left = skipped('the server does not answer', 'see prometheus.ready above');
  return ['prometheus.rules', 'prometheus.target', 'golden'].map((check) => ({ check, subject: uid, ...left }));
}
