import type { SelectorNode } from '../../promql/node.js';
import { printAge } from './print-age.js';
import type { Cause } from './cause.js';
import { horizon, type CauseContext } from './context.js';
import { bare, reachOf } from './selectors.js';

const hour = 3600;

/** Why series that were there once have nothing where the query looks: when they were seen last. */
export async function sampleCause(node: SelectorNode, context: CauseContext): Promise<Cause> {
  const { server, question } = context;
  const reach = reachOf(node, question);
  const seconds = Math.max(1, Math.ceil(reach.end - reach.start));
  const within = await server.ask({
    expr: `count(count_over_time(${bare(node)}[${seconds}s]))`,
    range: { start: reach.end, end: reach.end },
  });
  const selector = bare(node);
  if (within.status === 'data' && node.range !== undefined) {
    return {
      kind: 'too-few-samples',
      sentence: `${selector} has samples on ${server.title}, but too few within any [${node.range}]`,
      next: `take a window of at least four scrape intervals: $__rate_interval, or more than ${node.range}`,
    };
  }
  const seen = await lastSeen(selector, context);
  const when =
    seen === undefined
      ? 'it was seen in the last 14 days, nobody knows when'
      : `last seen ${printAge(question.range.end - seen)} before the end of the window`;
  return {
    kind: 'no-samples',
    sentence: `${selector} has no samples on ${server.title} in the window that is asked: ${when}`,
    next: 'take a longer --window, or see why its producer stopped sending it',
  };
}

/** When series were last seen: in the last two hours to the quarter of a minute, before that by the hour at first. */
async function lastSeen(selector: string, { server, question }: CauseContext): Promise<number | undefined> {
  const { end } = question.range;
  const latest = async (expr: string, at: number): Promise<number | undefined> => {
    const answer = await server.ask({ expr, range: { start: at, end: at } });
    return answer.status === 'error' ? undefined : answer.values[0]?.value;
  };
  const fine = `max(max_over_time(timestamp(${selector})[${2 * hour}s:15s]))`;
  try {
    const recent = await latest(fine, end);
    if (recent !== undefined) return recent;
    const present = `time() * (count(count_over_time(${selector}[${hour}s])) > 0)`;
    const within = await latest(`max_over_time((${present})[${horizon}s:${hour}s])`, end);
    return within === undefined ? undefined : ((await latest(fine, within)) ?? within);
  } catch {
    return undefined; // too much to ask: the cause is known all the same
  }
}
