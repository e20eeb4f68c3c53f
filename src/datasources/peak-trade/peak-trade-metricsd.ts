import { anyValue, eq, producer } from 'dashpack';
import { LOCAL } from './roles.js';
import { up } from './universal.js';

/** The metrics daemon: telemetry of strategies, risk and the flow of trades. */
export const peakTradeMetricsd = producer('peak_trade_metricsd', {
  port: 9111,
  scrapedBy: [LOCAL],
  scrapeInterval: '5s',
  alive: () => eq(up.on(LOCAL)({ job: 'peak_trade_metricsd' }), 1),
  runbook: {
    down: 'start peak_trade_metricsd on 9111 and see that 9092 scrapes it: signals and orders, approved and blocked, come from it and not from AI Live',
    silent:
      'the daemon answers without its families: open http://127.0.0.1:9111/metrics, and see that the strategies that it speaks for run',
  },
});

const { counter, gauge } = peakTradeMetricsd.ownedBy(LOCAL);

/** Do signals arrive? */
export const signals = counter('peaktrade_signals_total', {
  help: 'Trading signals, per strategy, symbol and signal.',
  labels: { strategy_id: anyValue(), symbol: anyValue(), signal: anyValue('buy', 'sell', 'flat') },
});

/** Which orders go out? */
export const ordersApproved = counter('peaktrade_orders_approved_total', {
  help: 'Orders approved, per strategy, symbol, venue and order type.',
  labels: { strategy_id: anyValue(), symbol: anyValue(), venue: anyValue(), order_type: anyValue() },
});

/** Which orders are held back, and why? */
export const ordersBlocked = counter('peaktrade_orders_blocked_total', {
  help: 'Orders blocked, per strategy, symbol and reason.',
  labels: { strategy_id: anyValue(), symbol: anyValue(), reason: anyValue('limits', 'governance') },
});

/** What do the strategies decide? */
export const strategyDecisions = counter('peaktrade_strategy_decisions_total', {
  help: 'Decisions of the strategies to enter, exit or close a position, per strategy and decision.',
  labels: {
    strategy_id: anyValue(),
    decision: ['entry_long', 'exit_long', 'entry_short', 'exit_short', 'close_long', 'close_short'],
  },
});

/** What do the strategies see? */
export const strategySignals = counter('peaktrade_strategy_signals_total', {
  help: 'Signals of the strategies, per strategy and signal.',
  labels: { strategy_id: anyValue(), signal: ['long', 'short', 'flat'] },
});

/** How much is at stake? Sums over `ccy` add up different currencies. */
export const strategyPositionGrossExposure = gauge('peaktrade_strategy_position_gross_exposure', {
  help: "Gross exposure of a strategy's positions, in the currency that ccy names.",
  labels: { strategy_id: anyValue(), ccy: anyValue() },
});

/** Which risk checks run, and how do they end? */
export const riskChecks = counter('peaktrade_risk_checks_total', {
  help: 'Risk checks, per check and result.',
  labels: {
    check: ['live_limits.check_orders', 'runtime_risk.evaluate_pre_order'],
    result: ['allow', 'block', 'warn', 'disabled', 'error'],
  },
});

/** How close is a limit? */
export const riskLimitUtilization = gauge('peaktrade_risk_limit_utilization', {
  help: 'Share of a risk limit that is used up, per limit.',
  unit: 'ratio',
  labels: {
    limit_id: [
      'max_order_notional',
      'max_total_exposure',
      'max_symbol_exposure',
      'max_open_positions',
      'max_daily_loss_abs',
      'max_daily_loss_pct',
    ],
  },
});

/** Why does risk management stop orders? Those of the pipeline are `pipelineRiskBlocks`. */
export const riskBlocks = counter('peaktrade_risk_blocks_total', {
  help: 'Risk blocks, per reason.',
  labels: { reason: anyValue('runtime:reject', 'runtime:halt', 'runtime:pause', 'limit:max_order_notional') },
});
