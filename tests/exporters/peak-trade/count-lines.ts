import type { FollowerState } from '../../../src/core/exporter/follow/follow-file.js';
import { createEventMetrics } from '../../../src/core/exporter/run/event-metrics.js';
import aiLive from '../../../src/exporters/peak-trade/ai-live.js';

/** The clock of the tests: 2026-01-24T12:00:00Z. */
export const now = Date.UTC(2026, 0, 24, 12) / 1000;

const file: FollowerState = {
  problem: undefined,
  caughtUp: true,
  unread: 0,
  lines: 0,
  tooLong: 0,
  rotations: 0,
  truncations: 0,
};

/** Gives lines to the AI Live exporter and returns its page. */
export async function pageOf(
  lines: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  const metrics = createEventMetrics(
    aiLive,
    environment,
    () => file,
    () => now,
  );
  for (const line of lines) metrics.line(line, now);
  return metrics.page();
}

/**
 * The samples of `peaktrade_ai_*` that are not 0, without that prefix, sorted; buckets and the heartbeat are left out.
 */
export async function count(
  lines: readonly unknown[],
  environment: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const page = await pageOf(
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))),
    environment,
  );
  return page
    .split('\n')
    .filter((line) => line.startsWith('peaktrade_ai_') && !/_bucket|heartbeat| 0$/.test(line))
    .map((line) => line.replace('peaktrade_ai_', ''))
    .sort();
}
