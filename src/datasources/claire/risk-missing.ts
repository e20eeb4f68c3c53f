import { cdbRisk } from './producers.js';
import { PROM } from './roles.js';

const { counter, gauge } = cdbRisk.ownedBy(PROM).missing;

// What the risk manager knows and does not export yet.

/** How much may be at stake? */
export const maxExposure = gauge('adaptive_intensity_max_exposure_pct', {
  help: 'Largest exposure that the adaptive intensity allows, in percent of the portfolio.',
  unit: 'percent',
});

/** How well does the strategy do? */
export const performanceScore = gauge('adaptive_intensity_performance_score', {
  help: 'Score that the adaptive intensity gives to the recent performance.',
});

/** From which RSI on is a signal one? */
export const rsiThreshold = gauge('adaptive_intensity_rsi_threshold', {
  help: 'RSI from which the adaptive intensity takes a signal.',
});

/** From which move on is a signal one? */
export const signalThreshold = gauge('adaptive_intensity_signal_threshold_pct', {
  help: 'Price move from which the adaptive intensity takes a signal, in percent.',
  unit: 'percent',
});

/** Is everything stopped by hand? */
export const killSwitchActive = gauge('kill_switch_active', {
  help: '1 while the kill-switch stops all trading, 0 while it does not.',
  unit: 'bool',
});

/** How often was it pulled? */
export const killSwitchActivations = counter('kill_switch_activations_total', {
  help: 'Times that somebody activated the kill-switch.',
  unit: 'events',
});

/** How often was it released? */
export const killSwitchDeactivations = counter('kill_switch_deactivations_total', {
  help: 'Times that somebody deactivated the kill-switch.',
  unit: 'events',
});

/** Is it real money? */
export const tradingMode = gauge('trading_mode', {
  help: 'Mode of trading, as a number whose meaning is not settled yet.',
});

/** Is it a good day? */
export const dailyPnl = gauge('daily_pnl_percent', {
  help: 'Profit or loss since midnight, in percent of the portfolio.',
  unit: 'percent',
});

/** What is it all worth? */
export const portfolioValue = gauge('portfolio_total_value_usdt', { help: 'Value of the portfolio, in USDT.' });

/** What is at stake? */
export const positionValue = gauge('position_value_usdt', { help: 'Value of the open positions, in USDT.' });

/** When does the day end? */
export const limitDailyLoss = gauge('risk_limit_max_daily_loss_percent', {
  help: 'Largest loss of a day before trading stops, in percent of the portfolio.',
  unit: 'percent',
});

/** How much may be at stake at once? */
export const limitExposure = gauge('risk_limit_max_exposure_percent', {
  help: 'Largest exposure that the limits allow, in percent of the portfolio.',
  unit: 'percent',
});

/** How large may a position be? */
export const limitPositionSize = gauge('risk_limit_max_position_size_usdt', {
  help: 'Largest position that the limits allow, in USDT.',
});
