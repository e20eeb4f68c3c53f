import {
  absentOverTime,
  age,
  alertTest,
  allFireAt,
  firesAt,
  firesBetween,
  grow,
  gt,
  hold,
  lastOverTime,
  max,
  missing,
  or,
  silentAt,
  silentTests,
  silentUntil,
  stay,
  withLabel,
} from 'dashpack';
import { aiLastEventTimestamp } from '../../../datasources/peak-trade/index.js';
import { aiLiveUp, blindExporter, flowing, lastEvent, restarted, scraped } from '../series/ai-live.js';
import { aiLiveAlert } from './ai-live-alert.js';

/**
 * A source is remembered for an hour after it was last exported, so that its age goes on growing when the exporter
 * dies. What follows looks back over less: it fires before the memory fades.
 */
const lastKnown = max(lastOverTime(aiLastEventTimestamp(), '1h'), { by: ['source'] });
const neverSeen = withLabel(absentOverTime(aiLastEventTimestamp(), '55m'), 'source', 'none');

/** No source is fresh that was, or none ever was: an exporter without its events file is up, and blind. */
export const staleEvents = aiLiveAlert('AI_LIVE_StaleEvents', {
  when: or(gt(age(lastKnown), 60), neverSeen),
  for: '2m',
  summary: 'AI Live Events stale (source={{ $labels.source }})',
  description: [
    'Es kommen keine frischen Events an: das letzte der Quelle ist älter als 60 s, auch wenn der Exporter inzwischen tot ist.',
    '"source" zeigt das Event-Format / den Producer (z.B. sample_v1, beta_exec_v1).',
    'source=none: seit fast einer Stunde wurde gar kein Event gesehen. Läuft der Exporter, dann ist er blind (nur Heartbeat).',
    '',
    'Checks:',
    '- Event-Writer/Emitter läuft noch? Werden Events noch appended?',
    '- JSONL-Pfad stimmt? (PEAK_TRADE_AI_EVENTS_JSONL)',
    '- Exporter läuft? (AI_LIVE_ExporterDown; http://127.0.0.1:9110/metrics)',
    '- Grafana: Execution Watch Overview → AI Live (freshness panels)',
  ],
  tests: [
    alertTest(
      'fires when the events of a source stop',
      // The last event is of 9m55s: at 11m it is older than 60 s for the first time.
      [scraped, lastEvent('sample_v1', flowing('10m'), stay())],
      [silentUntil('12m55s'), firesAt('13m', { source: 'sample_v1' }), firesBetween('13m', '30m')],
    ),
    alertTest(
      'fires when the exporter dies, and does not resolve as long as it is dead',
      [aiLiveUp(hold(1, '10m'), hold(0)), lastEvent('sample_v1', flowing('10m'), missing())],
      [
        silentUntil('12m55s'),
        firesAt('13m', { source: 'sample_v1' }),
        allFireAt('68m', { source: 'sample_v1' }, { source: 'none' }),
        firesAt('80m', { source: 'none' }),
        firesBetween('13m', '90m'),
      ],
    ),
    alertTest('fires when the exporter is up and blind: heartbeat only', blindExporter, [
      silentUntil('1m55s'),
      firesAt('2m', { source: 'none' }),
      firesBetween('2m', '15m'),
    ]),
    alertTest(
      'fires for one source of two',
      [scraped, lastEvent('sample_v1', flowing()), lastEvent('beta_exec_v1', flowing('10m'), stay())],
      [silentUntil('12m55s'), firesAt('13m', { source: 'beta_exec_v1' })],
    ),
    alertTest(
      'resolves when events flow again',
      [scraped, lastEvent('sample_v1', flowing('10m'), stay('10m'), grow(1, { from: 1200 }))],
      [firesAt('19m', { source: 'sample_v1' }), silentAt('21m')],
    ),
    ...silentTests('20m', {
      'while events flow': [scraped, lastEvent('sample_v1', flowing())],
      'when the first event comes a minute after the start': [
        scraped,
        lastEvent('sample_v1', missing('1m'), grow(1, { from: 60 })),
      ],
      'through a restart of the exporter': [
        restarted,
        lastEvent('sample_v1', flowing('10m'), missing('45s'), grow(1, { from: 645 })),
      ],
    }),
  ],
});
