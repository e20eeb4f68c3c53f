import { appears, blind, down, fixed, frozen, idle, paced, restart, scaled, scenario } from 'dashpack/simulate';
import * as catalog from '../../datasources/claire/index.js';
import { usual } from './usual.js';

const soon = { from: '1m' } as const;
const trading = [
  catalog.cdbSignal,
  catalog.cdbRisk,
  catalog.cdbExecution,
  catalog.cdbWs,
  catalog.cdbCandles,
  catalog.cdbDbWriter,
] as const;
const deployed = [...trading, catalog.cdbPostgresExporter, catalog.cdbRedisExporter] as const;

/** Every producer that is deployed, dead: a scenario each. */
const dead = deployed.map((producer) =>
  scenario(`${producer.job.replaceAll('_', '-')}-down`, `${producer.job} dies after a minute.`, [
    usual,
    down(producer, soon),
  ]),
);

/** How Claire de Binare can behave. */
export default [
  scenario('healthy', 'Signals become orders, and orders are filled.', [usual]),
  scenario(
    'idle',
    'Everything runs, and the market stands still: after a minute nothing is counted any more.',
    [usual, trading.map((producer) => idle(producer, soon)), frozen(catalog.decodedMessages(), soon)],
    { shownAt: '20m' },
  ),
  ...dead,
  scenario('stale-market-data', 'The market data socket runs and decodes nothing: no candle is made.', [
    usual,
    frozen(catalog.decodedMessages(), soon),
    scaled(catalog.candlesEmitted(), 0, soon),
  ]),
  scenario('write-errors', 'Events cannot be written into the database.', [
    usual,
    scaled(catalog.eventsWritten(), 0, soon),
    paced(catalog.eventsNotWritten(), 0.5, soon),
  ]),
  scenario('database-unreachable', 'Both exporters run, and reach neither PostgreSQL nor Redis.', [
    usual,
    fixed(catalog.postgresUp(), 0, soon),
    blind(catalog.cdbPostgresExporter, { but: [catalog.postgresUp, catalog.processStartTime], ...soon }),
    fixed(catalog.redisUp(), 0, soon),
    blind(catalog.cdbRedisExporter, { but: [catalog.redisUp, catalog.processStartTime], ...soon }),
  ]),
  scenario('latency-spike', 'The database answers slowly: connections to it pile up, and few orders are filled.', [
    usual,
    fixed(catalog.postgresConnections({ state: 'active' }), 95, soon),
    scaled(catalog.ordersFilled(), 0.2, soon),
  ]),
  scenario('reject-storm', 'The exchange rejects nearly every order.', [
    usual,
    scaled(catalog.ordersFilled(), 0.02, soon),
    paced(catalog.ordersRejected(), 0.18, soon),
    paced(catalog.ordersRejectedByExecution(), 0.18, soon),
  ]),
  scenario('circuit-breaker', 'The circuit breaker stops all trading: every order is blocked.', [
    usual,
    fixed(catalog.circuitBreakerActive(), 1, soon),
    scaled(catalog.ordersApproved(), 0, soon),
    paced(catalog.ordersBlocked(), 0.3, soon),
    idle(catalog.cdbExecution, soon),
  ]),
  scenario('signal-engine-stopped', 'The signal engine is stopped, though its process runs.', [
    usual,
    fixed(catalog.signalEngineStatus(), 0, soon),
    idle(catalog.cdbSignal, soon),
  ]),
  scenario('execution-blind', 'The execution engine runs and has heard of no order yet.', [
    usual,
    blind(catalog.cdbExecution, { but: [catalog.executionUptime] }),
  ]),
  scenario('restart', 'Every process is started anew after five minutes: counters begin at 0.', [
    usual,
    deployed.map((producer) => restart(producer, '5m')),
  ]),
  scenario('new-label-values', 'After five minutes there is a channel of events that nobody has seen before.', [
    usual,
    appears(catalog.eventsWritten({ channel: 'risk_events' }), '5m'),
    appears(catalog.eventsNotWritten({ channel: 'risk_events' }), '5m'),
  ]),
];
