import { fixed, observed, paced, scenario } from 'dashpack/simulate';
import * as catalog from '../../datasources/ai-trading-core/index.js';
import { highBarCloseLag, highBarCloseLagGlobal } from '../../rules/ai-trading-core/live-feed/bar-close-lag.js';
import { featureLatencyP99High } from '../../rules/ai-trading-core/live-feed/feature-latency.js';
import { queueDepthHigh } from '../../rules/ai-trading-core/live-feed/queue-depth.js';
import { reconnectSpike } from '../../rules/ai-trading-core/live-feed/reconnects.js';
import {
  transportLatencyP99High,
  transportLatencyP99HighGlobal,
} from '../../rules/ai-trading-core/live-feed/transport-latency.js';
import { usual } from './usual.js';

const soon = { from: '1m' } as const;

/** Things that are slow, late or too many. */
export default [
  scenario(
    'latency-spike',
    'Events of every venue take more than half a second to arrive.',
    [usual, observed(catalog.feedTransportLatency.count(), 700, soon)],
    { fires: [transportLatencyP99High, transportLatencyP99HighGlobal] },
  ),
  scenario(
    'slow-venue',
    'Events of one venue take more than half a second to arrive.',
    [usual, observed(catalog.feedTransportLatency.count({ venue: 'bybit' }), 700, soon)],
    { fires: [transportLatencyP99High, transportLatencyP99HighGlobal] },
  ),
  scenario(
    'late-bars',
    'Bars of one symbol close five seconds late.',
    [usual, fixed(catalog.feedBarCloseLag({ venue: 'okx', symbol: 'ETHUSDT' }), 5000, soon)],
    { fires: [highBarCloseLag, highBarCloseLagGlobal] },
  ),
  scenario(
    'slow-features',
    'Computing one feature takes ten times as long as usual.',
    [usual, observed(catalog.featureCompute.count({ feature: 'vwap' }), 60, soon)],
    { fires: [featureLatencyP99High] },
  ),
  scenario(
    'long-queue',
    'The connector receives more than it works off.',
    [usual, fixed(catalog.feedQueueDepth(), 2500, soon)],
    { fires: [queueDepthHigh] },
  ),
  scenario(
    'reconnects',
    'The connection to one venue does not hold: it is made anew every twenty seconds.',
    [usual, paced(catalog.feedReconnects({ venue: 'binance' }), 0.05, soon)],
    { fires: [reconnectSpike] },
  ),
];
