import { nearest } from '../../text/nearest.js';
import { quote } from '../../promql/quote.js';
import type { Cause } from './cause.js';
import { horizon, type CauseContext } from './context.js';

/**
 * The job as the reason: all its targets are down, or nothing scrapes it.
 *
 * @param expected whether the catalog says that this server scrapes it; else it counts only where it once was scraped
 */
export async function targetCause(
  job: string,
  expected: boolean,
  { server, question }: CauseContext,
): Promise<Cause | undefined> {
  const { end } = question.range;
  const selector = `up{job=${quote(job)}}`;
  const up = await server.ask({ expr: selector, range: { start: end, end } });
  if (up.status === 'error') return undefined;
  const name = JSON.stringify(job);
  if (up.status !== 'empty') {
    if (up.values.some(({ value }) => value !== 0)) return undefined;
    const why = await lastErrorOf(job, server);
    return {
      kind: 'target-down',
      sentence: `the target of the job ${name} is down: up is 0 on ${server.title}${why === '' ? '' : `: ${why}`}`,
      next: `start the producer of the job ${name}, and see that ${server.title} reaches it`,
    };
  }
  const others = await server.ask({ expr: 'count by (job) (up)', range: { start: end, end } });
  // A server without any `up` does not scrape: others write to it.
  if (others.status !== 'data') return undefined;
  const before = await server.has(selector, { start: end - horizon, end });
  if (!before && !expected) return undefined;
  const jobs = others.values.map(({ labels }) => labels['job'] ?? '').filter((each) => each !== '');
  const near = nearest(job, jobs);
  const hint = near === undefined ? `it scrapes ${jobs.slice(0, 8).join(', ')}` : `it scrapes ${JSON.stringify(near)}`;
  return {
    kind: 'not-scraped',
    sentence: `${server.title} does not scrape the job ${name}${before ? ' any more' : ''}: ${hint}`,
    next: `add the job ${name} to the scrape configuration of ${server.title}`,
  };
}

async function lastErrorOf(job: string, server: CauseContext['server']): Promise<string> {
  const targets = await server.targets();
  return targets.find((target) => target.job === job && target.lastError !== '')?.lastError ?? '';
}
