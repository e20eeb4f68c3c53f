import { bargauge, dashboard, linkTo, max, rate, row, sum, text, thresholds, timeseries, topk } from 'dashpack';
import * as catalog from '../../datasources/peak-trade/index.js';
import * as refs from './refs.js';
import { stackFingerprint } from './sections/stack-fingerprint.js';

const howToUse = [
  'Use the dashboard header links for drilldowns.',
  '',
  '**Recommended flow (watch-only):** System Health → Execution Watch → HTTP Labeled.',
  'Shadow Pipeline (MVS) is included for quick cross-checks.',
].join('\n');

/** The stack's fingerprint, and the telemetry of strategies and risk. */
export default dashboard(refs.operatorSummary, {
  tags: ['observability', 'operator', 'peak_trade', 'summary', 'watch-only'],
  links: [
    refs.operatorHome,
    refs.contractDetails,
    refs.overview,
    linkTo(refs.systemHealth, { title: 'System Health (Operator)' }),
    refs.executionWatchOverview,
    refs.labeledLocal,
    refs.shadowPipelineMvs,
  ],
  rows: {
    stackFingerprint,
    quicklinks: row('Operator quicklinks (watch-only)', { howToUse: text('How to use', howToUse, { height: 6 }) }),
    telemetry: row('Strategy & Risk Telemetry (watch/paper/shadow)', catalog.LOCAL, {
      decisions: timeseries('Strategy decisions rate (5m)', {
        query: sum(rate(catalog.strategyDecisions(), '5m'), { by: ['strategy_id', 'decision'] }),
      }),
      signals: timeseries('Strategy signals rate (5m)', {
        query: sum(rate(catalog.strategySignals(), '5m'), { by: ['strategy_id', 'signal'] }),
      }),
      blocksByCheck: timeseries('Risk blocks rate (5m) — by check', {
        query: sum(rate(catalog.riskChecks({ result: 'block' }), '5m'), { by: ['check'] }),
        description: 'Risk checks that ended in a block, per second and check.',
      }),
      blocksByReason: bargauge('Risk blocks rate (5m) — by reason', {
        query: topk(12, sum(rate(catalog.riskBlocks(), '5m'), { by: ['reason'] })),
        description: 'Risk blocks per second: the twelve most frequent reasons.',
        min: 0,
        height: 8,
      }),
      limitUtilization: bargauge('Risk limit utilization (0..1)', {
        query: max(catalog.riskLimitUtilization(), { by: ['limit_id'] }),
        description: 'Share of each risk limit that is used up; of several instances, the highest.',
        thresholds: thresholds('green', [0.8, 'yellow'], [1, 'red']),
        min: 0,
        max: 1,
        height: 6,
      }),
      exposure: timeseries('Strategy gross exposure (notional, abs)', {
        query: sum(catalog.strategyPositionGrossExposure(), { by: ['strategy_id', 'ccy'] }),
        height: 6,
      }),
    }),
  },
});
