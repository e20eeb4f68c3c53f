import { alert, alertTest, div, firesAt, firesBetween, gt, hold, missing, rate, silentUntil, sum } from 'dashpack';
import { pipelineEvents } from '../../../datasources/peak-trade/index.js';
import { pipelineRunbook } from '../runbook.js';
import { eventsWithErrors, quiet, restarted, shadowUp, signals } from '../scenarios/pipeline.js';
import { pipelineLabels } from './labels.js';

const errors = sum(rate(pipelineEvents({ stage: 'error' }), '5m'));
const all = sum(rate(pipelineEvents(), '5m'));

/** Without traffic the share is NaN, which is not above anything; without errors there is none. */
export const errorRateSpike = alert('PIPELINE_ErrorRateSpike', {
  when: gt(div(errors, all), 0.01),
  for: '2m',
  severity: 'warn',
  labels: pipelineLabels,
  summary: 'Shadow Pipeline: Fehlerrate > 1 % (5m)',
  description: [
    'Mehr als 1 % der Pipeline-Events der letzten 5 Minuten sind Fehler (stage=error).',
    '',
    'Checks:',
    '- Grafana: Shadow Pipeline (MVS) → Error Rate und Throughput nach stage',
    '- Logs des Runs',
  ],
  runbook: pipelineRunbook,
  tests: [
    alertTest(
      'fires where 1.04 % of the events are errors',
      [shadowUp(hold(1)), eventsWithErrors(0.0104)],
      [silentUntil('2m'), firesAt('2m5s'), firesBetween('2m5s', '20m')],
    ),
    alertTest(
      'silent where 0.96 % of the events are errors',
      [shadowUp(hold(1)), eventsWithErrors(0.0096)],
      [silentUntil('20m')],
    ),
    alertTest('silent without traffic', [shadowUp(hold(1)), eventsWithErrors(0.5, quiet)], [silentUntil('20m')]),
    alertTest('silent without any error', [shadowUp(hold(1)), signals(hold(1))], [silentUntil('20m')]),
    alertTest(
      'silent where the very first event is no error',
      [shadowUp(hold(1)), signals(missing('10m'), hold(1))],
      [silentUntil('20m')],
    ),
    alertTest(
      'silent through a restart',
      [shadowUp(hold(1, '10m'), hold(0, '30s'), hold(1)), eventsWithErrors(0.0096, restarted)],
      [silentUntil('20m')],
    ),
  ],
});
