import {
  appears,
  blind,
  down,
  fixed,
  frozen,
  idle,
  oneOf,
  present,
  restart,
  scenario,
  unscraped,
} from 'dashpack/simulate';
import * as catalog from '../../datasources/peak-trade/index.js';
import { exporterDown } from '../../rules/peak-trade/ai-live/exporter-down.js';
import { staleEvents } from '../../rules/peak-trade/ai-live/stale-events.js';
import { pipelineExporterDown } from '../../rules/peak-trade/pipeline/exporter-down.js';
import { noEvents as noPipelineEvents } from '../../rules/peak-trade/pipeline/no-events.js';
import { usual } from './usual.js';

const soon = { from: '1m' } as const;

/** No event arrives: the times of the last ones stand. */
export const noEvents = [
  frozen(catalog.aiLastEventTimestamp(), soon),
  frozen(catalog.aiLastEventTimestampByRunId(), soon),
  frozen(catalog.aiLastDecisionTimestamp(), soon),
];

/** States of the producers. */
export default [
  scenario('healthy', 'Everything runs, and nothing fails.', [usual]),
  scenario(
    'idle',
    'Everything runs, and nobody trades or asks: after a minute nothing is counted any more.',
    [
      usual,
      idle(catalog.aiLive, soon),
      idle(catalog.shadowMvs, soon),
      idle(catalog.peakTradeWeb, soon),
      idle(catalog.peakTradeMetricsd, soon),
      noEvents,
      oneOf(catalog.runState({ state: 'idle' }), 'state', soon),
    ],
    { shownAt: '20m', fires: [staleEvents] },
  ),
  scenario('ai-live-down', 'The AI Live exporter dies after a minute.', [usual, down(catalog.aiLive, soon)], {
    fires: [exporterDown, staleEvents],
  }),
  scenario(
    'ai-live-unscraped',
    'The AI Live exporter vanishes from the configuration of Prometheus after a minute.',
    [usual, unscraped(catalog.aiLive, soon)],
    { fires: [exporterDown, staleEvents] },
  ),
  scenario(
    'shadow-mvs-down',
    'The exporter of the shadow pipeline dies after a minute.',
    [usual, down(catalog.shadowMvs, soon)],
    { shownAt: '20m', fires: [pipelineExporterDown, noPipelineEvents] },
  ),
  scenario('web-down', 'The web app dies after a minute.', [usual, down(catalog.peakTradeWeb, soon)]),
  scenario('metricsd-down', 'The metrics daemon dies after a minute.', [usual, down(catalog.peakTradeMetricsd, soon)]),
  scenario(
    'ai-live-blind',
    'The AI Live exporter runs without its events file, and never saw an event: only its heartbeat is there.',
    [usual, blind(catalog.aiLive, { but: [catalog.aiLiveHeartbeat] })],
    { fires: [staleEvents] },
  ),
  scenario('web-blind', 'The web app runs without its metrics library: it says so, and nothing else.', [
    usual,
    blind(catalog.peakTradeWeb, { but: [catalog.metricsFallback] }),
    present(catalog.metricsFallback()),
    fixed(catalog.metricsFallback(), 1),
  ]),
  scenario('restart', 'Every producer is started anew after five minutes: counters begin at 0.', [
    usual,
    restart(catalog.aiLive, '5m'),
    restart(catalog.shadowMvs, '5m'),
    restart(catalog.peakTradeWeb, '5m'),
    restart(catalog.peakTradeMetricsd, '5m'),
  ]),
  scenario(
    'new-label-values',
    'After five minutes there are a route, a source of events and a reason for blocks that nobody has seen before.',
    [
      usual,
      appears(catalog.httpRequests({ method: 'GET', route: '/api/v2/orders', status_code: '200' }), '5m'),
      appears(catalog.aiLastEventTimestamp({ source: 'beta_exec_v2' }), '5m'),
      appears(catalog.riskBlocks({ reason: 'limit:max_leverage' }), '5m'),
    ],
  ),
];
