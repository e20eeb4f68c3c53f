import { absent, alert, alertTest, eq, firesAt, firesBetween, grow, hold, missing, or, silentUntil } from 'dashpack';
import { SHADOW, up } from '../../../datasources/peak-trade/index.js';
import { pipelineRunbook } from '../runbook.js';
import { shadowTarget, shadowUp, signals } from '../scenarios/pipeline.js';
import { pipelineLabels } from './labels.js';

const exporter = up.on(SHADOW)({ job: 'shadow_mvs' });

/** The other alerts of the pipeline need its series: this one says when there are none. */
export const pipelineExporterDown = alert('PIPELINE_ExporterDown', {
  when: or(eq(exporter, 0), absent(exporter)),
  for: '1m',
  severity: 'page',
  labels: pipelineLabels,
  summary: 'Shadow MVS Exporter ist DOWN (job=shadow_mvs)',
  description: [
    'Prometheus scrapt den Exporter der Shadow Pipeline nicht (up==0), oder der Job shadow_mvs fehlt in seiner Konfiguration (kein up).',
    '',
    'Checks:',
    '- Prometheus targets: http://127.0.0.1:9092/targets (job="shadow_mvs")',
    '- Exporter direkt: http://127.0.0.1:9109/metrics',
  ],
  runbook: pipelineRunbook,
  tests: [
    alertTest(
      'fires a minute after the exporter died, and keeps firing',
      [shadowUp(hold(1, '2m'), hold(0))],
      [silentUntil('2m55s'), firesAt('3m', shadowTarget), firesBetween('3m', '20m')],
    ),
    alertTest(
      'fires a minute after its target vanished from the configuration, and keeps firing',
      [shadowUp(hold(1, '2m'), missing())],
      [silentUntil('2m55s'), firesAt('3m', { job: 'shadow_mvs' }), firesBetween('3m', '20m')],
    ),
    alertTest(
      'fires where it never was a target',
      [],
      [silentUntil('55s'), firesAt('1m', { job: 'shadow_mvs' }), firesBetween('1m', '10m')],
    ),
    alertTest('silent while it is up', [shadowUp(hold(1)), signals(grow(1))], [silentUntil('20m')]),
    alertTest('silent without traffic: it is up, and counts nothing', [shadowUp(hold(1))], [silentUntil('20m')]),
    alertTest(
      'silent from the first scrape on, where it starts half a minute after Prometheus',
      [shadowUp(missing('30s'), hold(1))],
      [silentUntil('20m')],
    ),
    alertTest(
      'silent through a restart of half a minute',
      [shadowUp(hold(1, '10m'), hold(0, '30s'), hold(1))],
      [silentUntil('20m')],
    ),
  ],
});
