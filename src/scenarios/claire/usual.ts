import {
  between,
  counts,
  down,
  fixed,
  labelled,
  paced,
  quiet,
  scaled,
  startTime,
  uptime,
  type Effect,
} from 'dashpack/simulate';
import * as catalog from '../../datasources/claire/index.js';

const channels = { channel: ['signals', 'orders', 'order_results'] } as const;

/** The effects of a healthy system, in every scenario, unless it says otherwise: signals become orders, and orders are filled. */
export const usual: readonly Effect[] = [
  // Recommended, and not deployed yet.
  down(catalog.nodeExporter),
  down(catalog.cadvisor),
  labelled(catalog.eventsWritten(), channels),
  labelled(catalog.eventsNotWritten(), channels),
  counts(catalog.decodedMessages()),
  startTime(catalog.processStartTime()),
  uptime(catalog.executionUptime()),
  paced(catalog.processCpuSeconds(), 0.05),
  between(catalog.redisMemoryMax(), 2 ** 29, 2 ** 29),
  fixed(catalog.circuitBreakerActive(), 0),
  paced(catalog.ordersReceived(), 0.2),
  paced(catalog.ordersFilled(), 0.19),
  scaled(catalog.ordersBlocked(), 0.05),
  scaled(catalog.ordersSkipped(), 0.05),
  quiet(catalog.ordersRejected()),
  quiet(catalog.ordersRejectedByExecution()),
  quiet(catalog.eventsNotWritten()),
  quiet(catalog.metricsRequests({ code: ['500', '503'] })),
];
