import { maxOverTime, max, quantileOf, record, ruleFile } from 'dashpack';
import * as catalog from '../../datasources/ai-trading-core/index.js';
import { highBarCloseLag, highBarCloseLagGlobal } from './live-feed/bar-close-lag.js';
import { liveConnectorDown } from './live-feed/connector-down.js';
import { featureLatencyP99High } from './live-feed/feature-latency.js';
import { noBarsIn5m } from './live-feed/no-bars.js';
import { queueDepthHigh } from './live-feed/queue-depth.js';
import { reconnectsOf5m, reconnectSpike } from './live-feed/reconnects.js';
import { transportLatencyP99High, transportLatencyP99HighGlobal } from './live-feed/transport-latency.js';

const latency = { window: '5m' } as const;

/** The live feed. One group, so that every alert compares what was recorded a moment before. */
export const liveFeedAlerts = ruleFile('live_feed_alerts.yml', {
  role: catalog.FEED,
  groups: {
    live_feed: [
      record(
        catalog.transportLatencyP99,
        quantileOf(0.99, catalog.feedTransportLatency.bucket(), { ...latency, by: ['venue'] }),
      ),
      record(catalog.barCloseLagMax, max(maxOverTime(catalog.feedBarCloseLag(), '5m'), { by: ['venue', 'symbol'] })),
      record(
        catalog.featureLatencyP99,
        quantileOf(0.99, catalog.featureCompute.bucket(), { ...latency, by: ['feature'] }),
      ),
      record(catalog.reconnectsIn5m, reconnectsOf5m),
      record(catalog.queueDepthMax, max(maxOverTime(catalog.feedQueueDepth(), '5m'), { by: ['queue'] })),
      liveConnectorDown,
      noBarsIn5m,
      highBarCloseLag,
      highBarCloseLagGlobal,
      transportLatencyP99High,
      transportLatencyP99HighGlobal,
      featureLatencyP99High,
      reconnectSpike,
      queueDepthHigh,
    ],
  },
});
