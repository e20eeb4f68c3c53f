import { absent, downTests, eq, or, silentTests } from 'dashpack';
import { FEED, up } from '../../../datasources/ai-trading-core/index.js';
import { bars, connected, connector, flowing } from '../series/live-feed.js';
import { feedAlert } from './feed-alert.js';

const target = up.on(FEED)({ job: 'live_connector' });

/** The scrape fails, or there is nothing to scrape. Every other number of the feed ends five minutes later. */
export const liveConnectorDown = feedAlert('LiveConnectorDown', {
  when: or(eq(target, 0), absent(target)),
  for: '1m',
  severity: 'critical',
  summary: 'The live connector is down',
  description: [
    'Prometheus cannot scrape live_connector:8000, or has no such target: bars, latencies and queues are not seen, and the alerts on latencies, lags and queues resolve although nothing is well.',
    '',
    'First:',
    '- http://localhost:8000/healthz: does it run?',
    '- http://localhost:9090/targets: what does the scrape say?',
    '- docker compose logs --tail=200 live_connector',
  ],
  tests: downTests(up.on(FEED)(connector), {
    who: 'the connector',
    evaluated: '10s',
    firesUntil: '90m',
    whileUp: silentTests('30m', {
      'while it is up': [connected, bars('binance', flowing())],
      'without traffic: it is up, and has no bars': [connected],
    }),
  }),
});
