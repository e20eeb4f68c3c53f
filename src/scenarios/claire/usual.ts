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
import {
  cadvisor,
  circuitBreakerActive,
  decodedMessages,
  eventsNotWritten,
  eventsWritten,
  executionUptime,
  metricsRequests,
  nodeExporter,
  ordersBlocked,
  ordersFilled,
  ordersReceived,
  ordersRejected,
  ordersRejectedByExecution,
  ordersSkipped,
  processCpuSeconds,
  processStartTime,
  redisMemoryMax,
} from '../../datasources/claire/index.js';

const channels = { channel: ['signals', 'orders', 'order_results'] } as const;

/** The effects of a healthy system, in every scenario, unless it says otherwise: signals become orders, and orders are filled. */
export const usual: readonly Effect[] = [
  // Recommended, and not deployed yet.
  down(nodeExporter),
  down(cadvisor),
  labelled(eventsWritten(), channels),
  labelled(eventsNotWritten(), channels),
  counts(decodedMessages()),
  startTime(processStartTime()),
  uptime(executionUptime()),
  paced(processCpuSeconds(), 0.05),
  between(redisMemoryMax(), 2 ** 29, 2 ** 29),
  fixed(circuitBreakerActive(), 0),
  paced(ordersReceived(), 0.2),
  paced(ordersFilled(), 0.19),
  scaled(ordersBlocked(), 0.05),
  scaled(ordersSkipped(), 0.05),
  quiet(ordersRejected()),
  quiet(ordersRejectedByExecution()),
  quiet(eventsNotWritten()),
  quiet(metricsRequests({ code: ['500', '503'] })),
];
