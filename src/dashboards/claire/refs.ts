import { dashboardsIn } from 'dashpack';

const inClaire = dashboardsIn('claire');

/** Signals, what risk management makes of them, and the state of the system: the way to all others. */
export const paperTrading = inClaire('claire_paper_trading_n1', 'Claire de Binare - Paper Trading (N1)');

/** Orders and the adaptive intensity, while nobody watches. */
export const darkTrading = inClaire('claire_dark_v1', 'Claire de Binare - Dark Trading');

/** The fate of orders. */
export const execution = inClaire('claire_execution_v1', 'Claire - Execution Engine');

/** Which services run, and what they need. */
export const system = inClaire('claire_system_v1', 'Claire - System Performance');

/** Limits, thresholds and what they stop. */
export const risk = inClaire('claire_risk_v1', 'Claire - Risk Manager');

/** The knowledge of a person who can intervene. */
export const hitl = inClaire('claire_hitl_v1', 'Claire - HITL Control Center');

/** PostgreSQL and Redis. */
export const database = inClaire('claire_database_v1', 'Claire - Database Metrics');

/** Signals as the database has them. */
export const signalEngine = inClaire('claire_signal_engine_v1', 'Claire - Signal Engine');

/** Does the stack run for three days? */
export const soakTest = inClaire('claire_soak_test_v1', 'Claire - 72h Soak Test Monitor');
