import { seriesName, seriesOf } from '../../promql/analyze/lookup.js';
import type { SelectorNode } from '../../promql/node.js';
import type { Cause } from './cause.js';
import { horizon, type CauseContext } from './context.js';
import { matcherCause } from './matcher-cause.js';
import { nameCause } from './name-cause.js';
import { sampleCause } from './sample-cause.js';
import { scopeCause } from './scope-cause.js';
import { bare, hasName, valuesAsked } from './selectors.js';
import { targetCause } from './target-cause.js';

/** Why a selector finds nothing: its target, its name, its labels, its time, in this order. */
export async function selectorCause(node: SelectorNode, context: CauseContext): Promise<Cause> {
  const { server, question, lookup } = context;
  const { end } = question.range;
  const period = { start: end - horizon, end };
  const metric = seriesName(node);
  const family = lookup === undefined ? undefined : seriesOf(node, lookup)?.family;
  const wasSeen = metric === undefined || (await server.has(hasName(metric), period));
  for (const { job, expected } of await jobsOf(node, wasSeen ? metric : undefined, context)) {
    const cause = await targetCause(job, expected, context);
    if (cause !== undefined) return cause;
  }
  if (!wasSeen) return nameCause(metric, family, context);
  if (!(await server.has(bare(node), period)))
    return (await scopeCause(bare(node), context)) ?? matcherCause(node, context);
  return sampleCause(node, context);
}

interface ExpectedJob {
  readonly job: string;
  readonly expected: boolean;
}

/** The jobs that should export what is asked: those it names, those of the catalog, or those that once did. */
async function jobsOf(
  node: SelectorNode,
  seen: string | undefined,
  { server, question, lookup }: CauseContext,
): Promise<readonly ExpectedJob[]> {
  const producers = (lookup === undefined ? undefined : seriesOf(node, lookup)?.family.producers) ?? [];
  const { roles } = server.datasource;
  const known = producers
    .filter(({ scrapedBy }) => scrapedBy.some((role) => roles.includes(role)))
    .map(({ job }) => ({ job, expected: true }));
  const named = node.matchers.find(({ label, operator }) => label === 'job' && (operator === '=' || operator === '=~'));
  const asked = named === undefined ? undefined : valuesAsked(named);
  if (asked !== undefined)
    return asked.map((job) => known.find((each) => each.job === job) ?? { job, expected: false });
  if (known.length > 0 || seen === undefined) return known;
  const { end } = question.range;
  const jobs = await server.labelValues('job', { start: end - horizon, end }, bare(node));
  // Of many jobs, one that is down explains nothing.
  return jobs.length === 1 ? jobs.map((job) => ({ job, expected: false })) : [];
}
