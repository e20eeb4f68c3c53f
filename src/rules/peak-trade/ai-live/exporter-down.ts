import { absent, downTests, eq, or, silentTests } from 'dashpack';
import { AI_LIVE, up } from '../../../datasources/peak-trade/index.js';
import { aiLiveTarget, blindExporter, flowing, lastEvent, scraped } from '../series/ai-live.js';
import { aiLiveAlert } from './ai-live-alert.js';

const exporter = up.on(AI_LIVE)({ job: 'ai_live' });

/** The scrape fails, or there is nothing to scrape: a job that vanished from the configuration has no `up` at all. */
export const exporterDown = aiLiveAlert('AI_LIVE_ExporterDown', {
  when: or(eq(exporter, 0), absent(exporter)),
  for: '1m',
  severity: 'page',
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
  tests: downTests(up.on(AI_LIVE)(aiLiveTarget), {
    who: 'the exporter',
    evaluated: '5s',
    firesUntil: '20m',
    whileUp: silentTests('20m', {
      'while it is up': [scraped, lastEvent('sample_v1', flowing())],
      'without traffic: it is up, and sees no event': [blindExporter],
    }),
  }),
});
