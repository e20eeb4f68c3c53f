import { z } from 'zod';
import type { Transport } from '../transport.js';
import { fetchData } from './ask.js';
import { labelsShape } from './sample.js';

const shape = z.object({
  activeTargets: z.array(
    z
      .object({
        labels: labelsShape,
        scrapeUrl: z.string().default(''),
        lastError: z.string().default(''),
        health: z.string(),
      })
      .readonly(),
  ),
});

/** A target that a server scrapes. */
export interface ScrapeTarget {
  readonly job: string;
  readonly instance: string;
  readonly scrapeUrl: string;
  /** `up`, `down` or `unknown`. */
  readonly health: string;
  /** Why the last scrape failed; empty where it did not. */
  readonly lastError: string;
}

/** The targets that a server scrapes at present. */
export async function fetchTargets(transport: Transport): Promise<readonly ScrapeTarget[]> {
  const request = { path: '/api/v1/targets', parameters: { state: 'active' } };
  const { activeTargets } = await fetchData(transport, request, shape);
  return activeTargets.map(({ labels, scrapeUrl, lastError, health }) => ({
    job: labels['job'] ?? '',
    instance: labels['instance'] ?? '',
    scrapeUrl: transport.redact(scrapeUrl),
    health,
    lastError: transport.redact(lastError),
  }));
}
