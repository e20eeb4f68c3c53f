import { appears, blind, down, fixed, frozen, idle, paced, restart, scenario, unscraped } from 'dashpack/simulate';
import * as catalog from '../../datasources/ai-trading-core/index.js';
import { liveConnectorDown } from '../../rules/ai-trading-core/live-feed/connector-down.js';
import { noBarsIn5m } from '../../rules/ai-trading-core/live-feed/no-bars.js';
import { usual } from './usual.js';

const soon = { from: '1m' } as const;

/** States of the connector and of what it exports. */
export default [
  scenario('healthy', 'Bars arrive in time, and nothing fails.', [usual]),
  scenario(
    'idle',
    'The connector runs, and no venue sends anything: after a minute nothing is counted any more.',
    [
      usual,
      idle(catalog.liveConnector, soon),
      fixed(catalog.feedQueueDepth(), 0, soon),
      frozen(catalog.feedBarCloseLag(), soon),
    ],
    { shownAt: '20m', fires: [noBarsIn5m] },
  ),
  scenario('connector-down', 'The live connector dies after a minute.', [usual, down(catalog.liveConnector, soon)], {
    fires: [liveConnectorDown, noBarsIn5m],
  }),
  scenario(
    'connector-unscraped',
    'The live connector vanishes from the configuration of Prometheus after a minute.',
    [usual, unscraped(catalog.liveConnector, soon)],
    { fires: [liveConnectorDown, noBarsIn5m] },
  ),
  scenario(
    'connector-blind',
    'The live connector runs and is connected to no venue: it exports nothing but its queue.',
    [usual, blind(catalog.liveConnector, { but: [catalog.feedQueueDepth] }), fixed(catalog.feedQueueDepth(), 0)],
    { fires: [noBarsIn5m] },
  ),
  scenario(
    'venue-silent',
    'One venue sends no more bars after a minute, the others do.',
    [usual, paced(catalog.feedBars({ venue: 'kraken' }), 0, soon)],
    { fires: [noBarsIn5m] },
  ),
  scenario('stale-data', 'No dataset is written any more: the newest row is hours old.', [
    usual,
    fixed(catalog.dqFreshness(), 240, soon),
  ]),
  scenario('contract-violations', 'Rows violate the data contract, and computing features on them fails.', [
    usual,
    paced(catalog.dqViolations(), 0.2, soon),
    paced(catalog.featureErrors(), 0.2, soon),
  ]),
  scenario('restart', 'The connector is started anew after five minutes: counters begin at 0.', [
    usual,
    restart(catalog.liveConnector, '5m'),
  ]),
  scenario('new-label-values', 'After five minutes there is a venue that nobody has seen before.', [
    usual,
    appears(catalog.feedBars({ venue: 'coinbase' }), '5m'),
    appears(catalog.feedBarCloseLag({ venue: 'coinbase' }), '5m'),
  ]),
];
