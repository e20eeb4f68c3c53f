import {
  absentOverTime,
  alertTest,
  countedWithin,
  eq,
  firesAt,
  firesBetween,
  grow,
  hold,
  lastOverTime,
  max,
  missing,
  not,
  or,
  silentTests,
  silentUntil,
  stay,
  unless,
} from 'dashpack';
import { pipelineEvents, runState } from '../../../datasources/peak-trade/index.js';
import { idle, restarted, running, scraped, shadowUp, signals, state } from '../series/pipeline.js';
import { pipelineAlert } from './pipeline-alert.js';

/** As it was last known, for an hour: an exporter that dies during a run does not end it. */
const wasRunning = eq(max(lastOverTime(runState({ mode: 'shadow', state: 'running' }), '1h'), { by: ['mode'] }), 1);
const isNot = eq(runState({ mode: 'shadow', state: not('running') }), 1);

/** The exporter may leave the state out. Whoever turns these rules on expects events then. */
const unknown = absentOverTime(runState({ mode: 'shadow' }), '1h');

/** The subject of the alert, whoever says that a run is expected. */
const shadowMode = { mode: 'shadow' } as const;

/** A run goes on, as far as anybody knows, and nothing comes out of it. */
export const noEvents = pipelineAlert('PIPELINE_NoEventsWhileRunExpected', {
  when: unless(
    or(unless(wasRunning, isNot, { on: ['mode'] }), unknown),
    countedWithin(pipelineEvents({ mode: 'shadow' }), '5m'),
    { on: [] },
  ),
  for: '5m',
  summary: 'Shadow Pipeline: keine Events, obwohl ein Run erwartet wird',
  description: [
    'Ein Run läuft (peak_trade_run_state, state=running, zuletzt bekannt) oder sein Zustand ist unbekannt, aber seit 5 Minuten wurde kein Event gezählt.',
    'Auch ein toter Exporter löst das aus.',
    '',
    'Checks:',
    '- Läuft der Run noch? Läuft der Exporter (http://127.0.0.1:9109/metrics)?',
    '- Grafana: Shadow Pipeline (MVS) → Pipeline Event Throughput',
  ],
  tests: [
    alertTest(
      'fires when events stop during a run',
      [scraped, running, signals(grow(1, { for: '10m' }), stay())],
      // The last event is of 9m55s: five minutes without any, and five of patience.
      [silentUntil('19m50s'), firesAt('20m', shadowMode), firesBetween('20m', '25m')],
    ),
    alertTest(
      'fires when the exporter dies during a run, and does not resolve as long as it is dead',
      [
        shadowUp(hold(1, '10m'), hold(0)),
        state([hold(1, '10m'), missing()], [hold(0, '10m'), missing()]),
        signals(grow(1, { for: '10m' }), missing()),
      ],
      [silentUntil('14m55s'), firesAt('15m', shadowMode), firesBetween('15m', '80m')],
    ),
    alertTest(
      'fires where a run is blind from its start',
      [scraped, running],
      [silentUntil('4m55s'), firesAt('5m', shadowMode), firesBetween('5m', '20m')],
    ),
    alertTest(
      'fires where nothing was counted since the start of the exporter',
      [scraped, running, signals(hold(0))],
      [silentUntil('4m55s'), firesAt('5m', shadowMode), firesBetween('5m', '20m')],
    ),
    alertTest(
      'fires where nobody says whether a run is expected',
      [scraped, signals(grow(1, { for: '10m' }), stay())],
      [silentUntil('19m50s'), firesAt('20m', shadowMode)],
    ),
    ...silentTests('20m', {
      'while events flow': [scraped, running, signals(grow(1))],
      'without a run': [scraped, idle, signals(hold(100))],
    }),
    ...silentTests('30m', {
      'when a run has ended, though its state is no longer exported': [
        scraped,
        state([hold(1, '10m'), missing()], [missing('10m'), hold(1)]),
        signals(grow(1, { for: '10m' }), stay()),
      ],
    }),
    ...silentTests('8m', { 'from the very first event on': [scraped, running, signals(missing('4m'), hold(1))] }),
    ...silentTests('20m', {
      'through a restart of the exporter': [
        restarted,
        state([hold(1, '10m'), missing('30s'), hold(1)], [hold(0, '10m'), missing('30s'), hold(0)]),
        signals(grow(1, { for: '10m' }), missing('30s'), grow(1, { from: 0 })),
      ],
    }),
  ],
});
