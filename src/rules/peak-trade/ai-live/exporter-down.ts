import { absent, alert, alertTest, eq, firesAt, firesBetween, hold, missing, or, silentUntil } from 'dashpack';
import { AI_LIVE, up } from '../../../datasources/peak-trade/index.js';
import { aiLiveRunbook } from '../runbook.js';
import { aiLiveTarget, aiLiveUp, blindExporter, flowing, lastEvent } from '../scenarios/ai-live.js';
import { aiLiveLabels } from './labels.js';

const exporter = up.on(AI_LIVE)({ job: 'ai_live' });

/** The scrape fails, or there is nothing to scrape: a job that vanished from the configuration has no `up` at all. */
export const exporterDown = alert('AI_LIVE_ExporterDown', {
  when: or(eq(exporter, 0), absent(exporter)),
  for: '1m',
  severity: 'page',
  labels: aiLiveLabels,
  summary: 'AI Live Exporter ist DOWN (job=ai_live)',
  description: [
    'Prometheus scrapt den AI Live Exporter nicht (up==0), oder der Job ai_live fehlt in seiner Konfiguration (kein up).',
    'Port Contract v1: Exporter läuft watch-only lokal auf :9110 (host.docker.internal:9110).',
    '',
    'Checks:',
    '- Prometheus targets: http://127.0.0.1:9094/targets (job="ai_live")',
    '- Exporter direkt: http://127.0.0.1:9110/metrics',
    '- Port-Konflikt: lsof -nP -iTCP:9110 -sTCP:LISTEN',
  ],
  runbook: aiLiveRunbook,
  tests: [
    alertTest(
      'fires a minute after the exporter died, and keeps firing',
      [aiLiveUp(hold(1, '2m'), hold(0))],
      [silentUntil('2m55s'), firesAt('3m', aiLiveTarget), firesBetween('3m', '20m')],
    ),
    alertTest(
      'fires a minute after its target vanished from the configuration, and keeps firing',
      [aiLiveUp(hold(1, '2m'), missing())],
      [silentUntil('2m55s'), firesAt('3m', { job: 'ai_live' }), firesBetween('3m', '20m')],
    ),
    alertTest(
      'fires where it never was a target',
      [],
      [silentUntil('55s'), firesAt('1m', { job: 'ai_live' }), firesBetween('1m', '10m')],
    ),
    alertTest('silent while it is up', [aiLiveUp(hold(1)), lastEvent('sample_v1', flowing())], [silentUntil('20m')]),
    alertTest('silent without traffic: it is up, and sees no event', blindExporter, [silentUntil('20m')]),
    alertTest(
      'silent from the first scrape on, where it starts half a minute after Prometheus',
      [aiLiveUp(missing('30s'), hold(1))],
      [silentUntil('20m')],
    ),
    alertTest(
      'silent through a restart of half a minute',
      [aiLiveUp(hold(1, '10m'), hold(0, '30s'), hold(1))],
      [silentUntil('20m')],
    ),
  ],
});
