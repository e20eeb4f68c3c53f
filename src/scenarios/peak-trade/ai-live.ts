import { observed, paced, scaled, scenario } from 'dashpack/simulate';
import {
  aiDecisionLatencyMilliseconds,
  aiDecisionLatencySeconds,
  aiDecisions,
  aiEventsDropped,
  aiEventsParseErrors,
} from '../../datasources/peak-trade/index.js';
import { droppedEventsSpike, parseErrorsSpike } from '../../rules/peak-trade/ai-live/broken-events.js';
import { latencyP95High, latencyP99High } from '../../rules/peak-trade/ai-live/latency.js';
import { staleEvents as staleEventsAlert } from '../../rules/peak-trade/ai-live/stale-events.js';
import { noEvents } from './system.js';
import { usual } from './usual.js';

const soon = { from: '1m' } as const;

export const staleEvents = scenario(
  'stale-events',
  'The AI writes no events from the first minute on, though its exporter runs.',
  [
    usual,
    noEvents,
    scaled(aiDecisions(), 0, soon),
    scaled(aiDecisionLatencyMilliseconds.count(), 0, soon),
    scaled(aiDecisionLatencySeconds.count(), 0, soon),
  ],
  { fires: [staleEventsAlert] },
);

export const parseErrors = scenario(
  'parse-errors',
  'Lines of the events file are damaged: every source has one in ten seconds that is no JSON.',
  [usual, paced(aiEventsParseErrors(), 0.1, soon), paced(aiEventsDropped({ reason: 'bad_json' }), 0.1, soon)],
  { fires: [parseErrorsSpike, droppedEventsSpike] },
);

export const droppedEvents = scenario(
  'dropped-events',
  'The format of the events has drifted: events of one source are dropped, for their schema.',
  [usual, paced(aiEventsDropped({ source: 'beta_exec_v1', reason: 'unknown_schema' }), 0.5, soon)],
  { fires: [droppedEventsSpike] },
);

export const slowDecisions = scenario(
  'slow-decisions',
  'Decisions take three times as long as usual: more than one in twenty is over 250 ms.',
  [
    usual,
    observed(aiDecisionLatencySeconds.count(), 0.15, soon),
    observed(aiDecisionLatencyMilliseconds.count(), 100, soon),
  ],
  { fires: [latencyP95High] },
);

export const latencySpike = scenario(
  'latency-spike',
  'Decisions take most of a second.',
  [
    usual,
    observed(aiDecisionLatencySeconds.count(), 0.8, soon),
    observed(aiDecisionLatencyMilliseconds.count(), 800, soon),
  ],
  { fires: [latencyP95High, latencyP99High] },
);

export const rejectStorm = scenario('reject-storm', 'Nearly every decision is rejected, for the risk limit.', [
  usual,
  scaled(aiDecisions({ decision: ['accept', 'noop'] }), 0.05, soon),
  paced(aiDecisions({ decision: 'reject', reason: 'risk_limit' }), 8, soon),
]);
