import { absent, downTests, eq, grow, or, silentTests } from 'dashpack';
import { SHADOW, up } from '../../../datasources/peak-trade/index.js';
import { scraped, shadowTarget, signals } from '../series/pipeline.js';
import { pipelineAlert } from './pipeline-alert.js';

const exporter = up.on(SHADOW)({ job: 'shadow_mvs' });

/** The other alerts of the pipeline need its series: this one says when there are none. */
export const pipelineExporterDown = pipelineAlert('PIPELINE_ExporterDown', {
  when: or(eq(exporter, 0), absent(exporter)),
  for: '1m',
  severity: 'page',
  summary: 'Shadow MVS Exporter ist DOWN (job=shadow_mvs)',
  description: [
    'Prometheus scrapt den Exporter der Shadow Pipeline nicht (up==0), oder der Job shadow_mvs fehlt in seiner Konfiguration (kein up).',
    '',
    'Checks:',
    '- Prometheus targets: http://127.0.0.1:9092/targets (job="shadow_mvs")',
    '- Exporter direkt: http://127.0.0.1:9109/metrics',
  ],
  tests: downTests(up.on(SHADOW)(shadowTarget), {
    who: 'the exporter',
    evaluated: '5s',
    firesUntil: '20m',
    whileUp: silentTests('20m', {
      'while it is up': [scraped, signals(grow(1))],
      'without traffic: it is up, and counts nothing': [scraped],
    }),
  }),
});
