import { absent, alert, alertTest, eq, firesAt, firesBetween, hold, missing, or, silentUntil } from 'dashpack';
import { FEED, up } from '../../../datasources/ai-trading-core/index.js';
import { runbook } from '../runbook.js';
import { bars, connector, connectorUp, flowing } from '../scenarios/live-feed.js';
import { feedLabels } from './labels.js';

const target = up.on(FEED)({ job: 'live_connector' });

/** The scrape fails, or there is nothing to scrape. Every other number of the feed ends five minutes later. */
export const liveConnectorDown = alert('LiveConnectorDown', {
  when: or(eq(target, 0), absent(target)),
  for: '1m',
  severity: 'critical',
  labels: feedLabels,
  summary: 'The live connector is down',
  description: [
    'Prometheus cannot scrape live_connector:8000, or has no such target: bars, latencies and queues are not seen, and the alerts on latencies, lags and queues resolve although nothing is well.',
    '',
    'First:',
    '- http://localhost:8000/healthz: does it run?',
    '- http://localhost:9090/targets: what does the scrape say?',
    '- docker compose logs --tail=200 live_connector',
  ],
  runbook,
  tests: [
    alertTest(
      'fires a minute after the connector died, and keeps firing',
      [connectorUp(hold(1, '2m'), hold(0))],
      [silentUntil('2m50s'), firesAt('3m', connector), firesBetween('3m', '90m')],
    ),
    alertTest(
      'fires a minute after its target vanished from the configuration, and keeps firing',
      [connectorUp(hold(1, '2m'), missing())],
      [silentUntil('2m50s'), firesAt('3m', { job: 'live_connector' }), firesBetween('3m', '90m')],
    ),
    alertTest(
      'fires where it never was a target',
      [],
      [silentUntil('50s'), firesAt('1m', { job: 'live_connector' }), firesBetween('1m', '10m')],
    ),
    alertTest('silent while it is up', [connectorUp(hold(1)), bars('binance', flowing())], [silentUntil('30m')]),
    alertTest('silent without traffic: it is up, and has no bars', [connectorUp(hold(1))], [silentUntil('30m')]),
    alertTest(
      'silent from the first scrape on, where it starts half a minute after Prometheus',
      [connectorUp(missing('30s'), hold(1))],
      [silentUntil('20m')],
    ),
    alertTest(
      'silent through a restart of half a minute',
      [connectorUp(hold(1, '10m'), hold(0, '30s'), hold(1))],
      [silentUntil('20m')],
    ),
  ],
});
