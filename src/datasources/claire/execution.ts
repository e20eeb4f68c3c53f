import { cdbExecution } from './producers.js';
import { PROM } from './roles.js';

const { counter, gauge, missing } = cdbExecution.ownedBy(PROM);

/** Do orders arrive? */
export const ordersReceived = counter('execution_orders_received_total', {
  help: 'Orders that the execution engine received.',
  unit: 'events',
});

/** Are they filled? */
export const ordersFilled = counter('execution_orders_filled_total', {
  help: 'Orders that were filled.',
  unit: 'events',
});

/** Are they refused? */
export const ordersRejected = counter('execution_orders_rejected_total', {
  help: 'Orders that the execution engine rejected.',
  unit: 'events',
});

/** Since when does it run? */
export const executionUptime = gauge('execution_uptime_seconds', {
  help: 'Time since the execution engine started.',
  unit: 'seconds',
});

/** What is still open? */
export const ordersActive = missing.gauge('orders_active', {
  help: 'Orders that are neither filled nor rejected nor cancelled.',
});

/** What was asked of the exchange? */
export const ordersCreated = missing.counter('orders_created_total', {
  help: 'Orders that were created.',
  unit: 'events',
});

/** Who intervenes? */
export const manualCancellations = missing.counter('manual_order_cancellations_total', {
  help: 'Orders that somebody cancelled by hand.',
  unit: 'events',
});
