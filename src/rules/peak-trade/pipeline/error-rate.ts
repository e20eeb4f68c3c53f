import {
  alertTest,
  courses,
  div,
  firesAt,
  firesBetween,
  gt,
  hold,
  missing,
  rate,
  silentTests,
  silentUntil,
  sum,
} from 'dashpack';
import { pipelineEvents } from '../../../datasources/peak-trade/index.js';
import { eventsWithErrors, restarted, scraped, signals } from '../series/pipeline.js';
import { pipelineAlert } from './pipeline-alert.js';

const errors = sum(rate(pipelineEvents({ stage: 'error' }), '5m'));
const all = sum(rate(pipelineEvents(), '5m'));

/** Without traffic the share is NaN, which is not above anything; without errors there is none. */
export const errorRateSpike = pipelineAlert('PIPELINE_ErrorRateSpike', {
  when: gt(div(errors, all), 0.01),
  for: '2m',
  summary: 'Shadow Pipeline: Fehlerrate > 1 % (5m)',
  description: [
    'Mehr als 1 % der Pipeline-Events der letzten 5 Minuten sind Fehler (stage=error).',
    '',
    'Checks:',
    '- Grafana: Shadow Pipeline (MVS) → Error Rate und Throughput nach stage',
    '- Logs des Runs',
  ],
  tests: [
    alertTest(
      'fires where 1.04 % of the events are errors',
      [scraped, eventsWithErrors(0.0104)],
      [silentUntil('2m'), firesAt('2m5s'), firesBetween('2m5s', '20m')],
    ),
    ...silentTests('20m', {
      'where 0.96 % of the events are errors': [scraped, eventsWithErrors(0.0096)],
      'without traffic': [scraped, eventsWithErrors(0.5, courses.idle)],
      'without any error': [scraped, signals(hold(1))],
      'where the very first event is no error': [scraped, signals(missing('10m'), hold(1))],
      'through a restart': [restarted, eventsWithErrors(0.0096, courses.restarted)],
    }),
  ],
});
