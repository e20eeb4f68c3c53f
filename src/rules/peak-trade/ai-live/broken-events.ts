import { count, countedWithin } from 'dashpack';
import { aiEventsDropped, aiEventsParseErrors } from '../../../datasources/peak-trade/index.js';
import { blindExporter, droppedEvents, parseErrors } from '../series/ai-live.js';
import { testsOfCounted } from '../series/counted.js';
import { aiLiveAlert } from './ai-live-alert.js';

/** Events that are no JSON. The first one counts: `rate` would not see it. */
export const parseErrorsSpike = aiLiveAlert('AI_LIVE_ParseErrorsSpike', {
  when: count(countedWithin(aiEventsParseErrors(), '5m')),
  for: '2m',
  summary: 'AI Live Parse Errors spike (5m)',
  description: [
    'Es treten JSON/Parse-Probleme auf: parse_errors_total ist in den letzten 5 Minuten gewachsen, und sei es um den ersten Fehler.',
    'Typisch: ungültiges JSON, beschädigte Zeilen, Format-Drift.',
    '',
    'Checks:',
    '- "Bad lines" im JSONL suchen (PEAK_TRADE_AI_EVENTS_JSONL)',
    '- Mit einer absichtlich kaputten Zeile reproduzieren; Drops/Reasons prüfen',
  ],
  tests: testsOfCounted(parseErrors, blindExporter),
});

/** Events that are JSON, and were thrown away. */
export const droppedEventsSpike = aiLiveAlert('AI_LIVE_DroppedEventsSpike', {
  when: count(countedWithin(aiEventsDropped(), '5m')),
  for: '2m',
  summary: 'AI Live Drops spike (5m)',
  description: [
    'Events werden gedroppt: dropped_total ist in den letzten 5 Minuten gewachsen, und sei es um das erste.',
    'Häufige reasons: bad_json, missing_fields, unknown_schema.',
    '',
    'Checks:',
    '- Breakdown in Grafana (Drops by reason) ansehen',
    '- Bei unknown_schema ist das meist Schema Drift',
  ],
  tests: testsOfCounted(droppedEvents, blindExporter),
});
