import type { MetricFamily } from '../../model/metric.js';
import { nearest } from '../../text/nearest.js';
import type { Cause } from './cause.js';
import { horizon, type CauseContext } from './context.js';
import { scopeCause } from './scope-cause.js';
import { hasName } from './selectors.js';

/** Why a server has never had a metric. */
export async function nameCause(
  metric: string,
  family: MetricFamily | undefined,
  context: CauseContext,
): Promise<Cause> {
  const { server, question, lookup } = context;
  const { end } = question.range;
  const period = { start: end - horizon, end };
  if (metric === 'ALERTS' || metric === 'ALERTS_FOR_STATE') return alertCause(context);
  if (family?.missing !== undefined) {
    return {
      kind: 'waiting-for-producer',
      sentence: `waiting for a producer: nobody exports ${metric} yet; ${family.missing.producer.job} should`,
      next: `export it from ${family.missing.producer.job}, or leave the panel waiting`,
    };
  }
  const elsewhere = await scopeCause(hasName(metric), context);
  if (elsewhere !== undefined) return elsewhere;
  if (metric.includes(':') || family?.origin === 'recorded') {
    const rule = (await server.rules()).find(({ kind, name }) => kind === 'record' && name === metric);
    const said =
      rule === undefined ? 'no rule that records it is loaded there' : `its rule in ${rule.group} returns nothing`;
    return {
      kind: 'never-seen',
      sentence: `${metric} was never seen on ${server.title}: ${said}${rule?.lastError ? ` (${rule.lastError})` : ''}`,
      next: rule === undefined ? `load the rule that records ${metric}` : 'look at what the rule itself asks',
    };
  }
  const near = nearest(metric, await server.labelValues('__name__', period));
  return {
    kind: 'never-seen',
    sentence: `${metric} was never seen on ${server.title}${near === undefined ? '' : `; the nearest name there is ${near}`}`,
    next: next(metric, near, lookup?.(metric)?.family.producers?.[0]?.job),
  };
}

function next(metric: string, near: string | undefined, job: string | undefined): string {
  if (job !== undefined) return `see that ${job} exports ${metric}: it has no sample of it`;
  return near === undefined
    ? `export ${metric}, or correct its name`
    : `correct the name to ${near}, or export ${metric}`;
}

async function alertCause({ server }: CauseContext): Promise<Cause> {
  const alerts = (await server.rules()).filter(({ kind }) => kind === 'alert');
  if (alerts.length === 0) {
    return {
      kind: 'never-seen',
      sentence: `${server.title} has no alert rules loaded, so nothing can fire there`,
      next: `load the alert rules on ${server.title}`,
    };
  }
  return {
    kind: 'no-alerts',
    sentence: `no alert is pending or firing: ${server.title} has ${alerts.length} alert rules loaded`,
    next: 'nothing: this is what one hopes for',
  };
}
