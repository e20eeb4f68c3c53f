import { observed, paced, scaled, scenario } from 'dashpack/simulate';
import * as catalog from '../../datasources/peak-trade/index.js';
import { droppedEventsSpike, parseErrorsSpike } from '../../rules/peak-trade/ai-live/broken-events.js';
import { latencyP95High, latencyP99High } from '../../rules/peak-trade/ai-live/latency.js';
import { staleEvents as staleEventsAlert } from '../../rules/peak-trade/ai-live/stale-events.js';
import { noEvents } from './system.js';
import { usual } from './usual.js';

const soon = { from: '1m' } as const;

/** States of the AI and of its events. */
export default [
  scenario(
    'stale-events',
    'The AI writes no events from the first minute on, though its exporter runs.',
    [
      usual,
      noEvents,
      scaled(catalog.aiDecisions(), 0, soon),
      scaled(catalog.aiDecisionLatencyMilliseconds.count(), 0, soon),
      scaled(catalog.aiDecisionLatencySeconds.count(), 0, soon),
    ],
    { fires: [staleEventsAlert] },
  ),
  scenario(
    'parse-errors',
    'Lines of the events file are damaged: every source has one in ten seconds that is not JSON.',
    [
      usual,
      paced(catalog.aiEventsParseErrors(), 0.1, soon),
      paced(catalog.aiEventsDropped({ reason: 'bad_json' }), 0.1, soon),
    ],
    { fires: [parseErrorsSpike, droppedEventsSpike] },
  ),
  scenario(
    'dropped-events',
    'The format of the events has drifted: events of one source are dropped, for their schema.',
    [usual, paced(catalog.aiEventsDropped({ source: 'beta_exec_v1', reason: 'unknown_schema' }), 0.5, soon)],
    { fires: [droppedEventsSpike] },
  ),
  scenario(
    'slow-decisions',
    'Decisions take three times as long as usual: more than one in twenty is over 250 ms.',
    [
      usual,
      observed(catalog.aiDecisionLatencySeconds.count(), 0.15, soon),
      observed(catalog.aiDecisionLatencyMilliseconds.count(), 100, soon),
    ],
    { fires: [latencyP95High] },
  ),
  scenario(
    'latency-spike',
    'Decisions take most of a second.',
    [
      usual,
      observed(catalog.aiDecisionLatencySeconds.count(), 0.8, soon),
      observed(catalog.aiDecisionLatencyMilliseconds.count(), 800, soon),
    ],
    { fires: [latencyP95High, latencyP99High] },
  ),
  scenario('reject-storm', 'Nearly every decision is rejected, for the risk limit.', [
    usual,
    scaled(catalog.aiDecisions({ decision: ['accept', 'noop'] }), 0.05, soon),
    paced(catalog.aiDecisions({ decision: 'reject', reason: 'risk_limit' }), 8, soon),
  ]),
];
