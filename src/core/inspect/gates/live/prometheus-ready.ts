import { LiveFailure } from '../../../live/live-failure.js';
import { isReady } from '../../../live/prometheus/ready.js';
import { fetchBuildinfo } from '../../../live/prometheus/buildinfo.js';
import { failed, passed, skipped, type GateResult } from '../gate-result.js';
import { look } from '../look.js';
import type { LiveServer } from './live-server.js';

/** A gate: a Prometheus answers, and is ready. */
export function checkPrometheusReady({ server, transport, isExplicit, title }: LiveServer): Promise<GateResult> {
  const { uid, isOptional } = server.datasource;
  return look({ check: 'prometheus.ready', subject: uid }, transport, async (noted) => {
    try {
      if (!(await isReady(noted))) {
        const next = 'wait until it has read its log of samples; its own log says how far it is';
        return failed(`${title} at ${noted.url} is not ready`, next);
      }
      const { version } = await fetchBuildinfo(noted);
      return passed(`${title} at ${noted.url}, version ${version}`);
    } catch (error) {
      if (!(error instanceof LiveFailure)) throw error;
      const { kind, message, next } = error;
      if (kind === 'status' || kind === 'not JSON' || kind === 'shape' || kind === 'redirect')
        return failed(`${message}: it is not a Prometheus server`, 'see what listens there: dashpack doctor');
      const what = isOptional === true && !isExplicit ? 'it is optional, and does not answer' : 'it does not answer';
      const role = server.roles[0] ?? uid;
      const left = skipped(
        `${title}: ${what}: ${message}`,
        isExplicit ? next : `start it, or say where it is with --prometheus ${role}=URL`,
      );
      return isExplicit ? { ...left, isMissed: true } : left;
    }
  });
}
