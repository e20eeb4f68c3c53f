import { counter, gauge } from 'dashpack';
import { cdbExecution } from './producers.js';
import { PROM } from './roles.js';

/** Do orders arrive? */
export const ordersReceived = counter('execution_orders_received_total', {
  owner: PROM,
  producer: cdbExecution,
  help: 'Orders that the execution engine received.',
  unit: 'events',
});

/** Are they filled? */
export const ordersFilled = counter('execution_orders_filled_total', {
  owner: PROM,
  producer: cdbExecution,
  help: 'Orders that were filled.',
  unit: 'events',
});

/** Are they refused? */
export const ordersRejected = counter('execution_orders_rejected_total', {
  owner: PROM,
  producer: cdbExecution,
  help: 'Orders that the execution engine rejected.',
  unit: 'events',
});

/** Since when does it run? */
export const executionUptime = gauge('execution_uptime_seconds', {
  owner: PROM,
  producer: cdbExecution,
  help: 'Time since the execution engine started.',
  unit: 'seconds',
});

/** What is still open? */
export const ordersActive = gauge('orders_active', {
  owner: PROM,
  missing: { producer: cdbExecution },
  help: 'Orders that are neither filled nor rejected nor cancelled.',
});

/** What was asked of the exchange? */
export const ordersCreated = counter('orders_created_total', {
  owner: PROM,
  missing: { producer: cdbExecution },
  help: 'Orders that were created.',
  unit: 'events',
});

/** Who intervenes? */
export const manualCancellations = counter('manual_order_cancellations_total', {
  owner: PROM,
  missing: { producer: cdbExecution },
  help: 'Orders that somebody cancelled by hand.',
  unit: 'events',
});
