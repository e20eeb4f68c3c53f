import { dashboardRef } from 'dashpack';

/** Signals, what risk management makes of them, and the state of the system: the way to all others. */
export const paperTrading = dashboardRef({
  uid: 'claire_paper_trading_n1',
  title: 'Claire de Binare - Paper Trading (N1)',
  folder: 'claire',
});

/** Orders and the adaptive intensity, while nobody watches. */
export const darkTrading = dashboardRef({
  uid: 'claire_dark_v1',
  title: 'Claire de Binare - Dark Trading',
  folder: 'claire',
});

/** What becomes of orders. */
export const execution = dashboardRef({
  uid: 'claire_execution_v1',
  title: 'Claire - Execution Engine',
  folder: 'claire',
});

/** Which services run, and what they need. */
export const system = dashboardRef({ uid: 'claire_system_v1', title: 'Claire - System Performance', folder: 'claire' });

/** Limits, thresholds and what they stop. */
export const risk = dashboardRef({ uid: 'claire_risk_v1', title: 'Claire - Risk Manager', folder: 'claire' });

/** What a person must know who can intervene. */
export const hitl = dashboardRef({ uid: 'claire_hitl_v1', title: 'Claire - HITL Control Center', folder: 'claire' });

/** PostgreSQL and Redis. */
export const database = dashboardRef({
  uid: 'claire_database_v1',
  title: 'Claire - Database Metrics',
  folder: 'claire',
});

/** Signals as the database has them. */
export const signalEngine = dashboardRef({
  uid: 'claire_signal_engine_v1',
  title: 'Claire - Signal Engine',
  folder: 'claire',
});

/** Does the stack run for three days? */
export const soakTest = dashboardRef({
  uid: 'claire_soak_test_v1',
  title: 'Claire - 72h Soak Test Monitor',
  folder: 'claire',
});
