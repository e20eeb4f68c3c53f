import { cdbRisk } from './producers.js';
import { PROM } from './roles.js';

const { counter, gauge } = cdbRisk.ownedBy(PROM);

/** Is trading stopped? */
export const circuitBreakerActive = gauge('circuit_breaker_active', {
  help: '1 while the circuit breaker stops trading, 0 while it does not.',
  unit: 'bool',
});

/** Do signals arrive? */
export const signalsReceived = counter('signals_received_total', {
  help: 'Signals that the risk manager received.',
  unit: 'events',
});

/** What does risk management let through? */
export const ordersApproved = counter('orders_approved_total', {
  help: 'Orders that the risk manager approved.',
  unit: 'events',
});

/** What does it hold back? */
export const ordersBlocked = counter('orders_blocked_total', {
  help: 'Orders that the risk manager blocked.',
  unit: 'events',
});

/** What does it not even judge? */
export const ordersSkipped = counter('orders_skipped_total', {
  help: 'Orders that the risk manager skipped.',
  unit: 'events',
});

/** What comes back refused? */
export const ordersRejectedByExecution = counter('orders_rejected_execution_total', {
  help: 'Approved orders that the execution engine rejected, as the risk manager heard of it.',
  unit: 'events',
});

/** What comes back at all? */
export const orderResultsReceived = counter('order_results_received_total', {
  help: 'Results of orders that the risk manager received from the execution engine.',
  unit: 'events',
});
