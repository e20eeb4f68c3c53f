import { fetchHealth } from '../../../live/grafana/health.js';
import { LiveFailure } from '../../../live/live-failure.js';
import { failed, passed, skipped, type GateResult, type Found } from '../gate-result.js';
import { look } from '../look.js';
import type { LiveGrafana } from './live-server.js';

/** A gate: a Grafana answers, and can work. */
export function checkGrafanaHealth(grafana: LiveGrafana): Promise<GateResult> {
  const { url } = grafana.transport;
  return look({ check: 'grafana.health', subject: url }, grafana.transport, async (noted) => {
    try {
      const { database, version } = await fetchHealth(noted);
      if (database === 'ok') return passed(`version ${version === '' ? 'unknown' : version}, database ok`);
      return failed(`its database is ${database}`, 'look at the log of Grafana');
    } catch (error) {
      if (!(error instanceof LiveFailure)) throw error;
      return unhealthy(error, grafana);
    }
  });
}

const nobody = new Set<LiveFailure['kind']>(['refused', 'unreachable', 'timeout', 'tls']);

function unhealthy({ kind, message, next }: LiveFailure, { isExplicit }: LiveGrafana): Found {
  if (!nobody.has(kind)) return failed(message, 'see what listens there: dashpack doctor');
  const left = skipped(
    `no Grafana answers: ${message}`,
    isExplicit ? next : 'start it, or say where it is with --grafana',
  );
  return isExplicit ? { ...left, isMissed: true } : left;
}
