import { nearest } from '../../text/nearest.js';
import type { Matcher, SelectorNode } from '../../promql/node.js';
import { print } from '../../promql/print.js';
import type { Cause } from './cause.js';
import { horizon, type CauseContext } from './context.js';
import { valuesAsked } from './selectors.js';

/** Why a metric that is there has no series with the labels that are asked for. */
export async function matcherCause(node: SelectorNode, context: CauseContext): Promise<Cause> {
  const { server, question } = context;
  const { end } = question.range;
  const period = { start: end - horizon, end };
  const name = node.metric ?? 'such series';
  for (const matcher of node.matchers) {
    if (matcher.label === '__name__') continue;
    if (await server.has(selectorOf(node, [matcher]), period)) continue;
    return absentValue(matcher, name, await server.labelValues(matcher.label, period, selectorOf(node, [])), context);
  }
  const written = node.matchers.map(printMatcher).join(', ');
  return {
    kind: 'no-such-series',
    sentence: `no series of ${name} on ${server.title} has ${written} together, though each of them alone is there`,
    next: 'loosen one of the matchers, or choose values that occur together',
  };
}

function absentValue(matcher: Matcher, metric: string, existing: readonly string[], { server }: CauseContext): Cause {
  const { label } = matcher;
  const written = printMatcher(matcher);
  if (existing.length === 0) {
    return {
      kind: 'label-value',
      sentence: `${metric} has no label ${label} on ${server.title}, so ${written} finds nothing`,
      next: `leave out the matcher of ${label}, or let the producer set the label`,
    };
  }
  const asked = valuesAsked(matcher);
  const near = asked?.map((value) => nearest(value, existing)).find((value) => value !== undefined);
  const some = existing.slice(0, 6).map((value) => JSON.stringify(value));
  const there =
    near === undefined
      ? `there are ${some.join(', ')}${existing.length > 6 ? ' …' : ''}`
      : `the nearest is ${JSON.stringify(near)}`;
  return {
    kind: 'label-value',
    sentence: `${metric} has no series with ${written} on ${server.title}: ${there}`,
    next: near === undefined ? `choose a value of ${label} that exists` : `write ${label}=${JSON.stringify(near)}`,
  };
}

function selectorOf({ metric, matchers }: SelectorNode, kept: readonly Matcher[]): string {
  const named = matchers.filter(({ label }) => label === '__name__');
  // A selector needs something that it asks for; series without a job are series too.
  const all = [...named, ...kept];
  const least: readonly Matcher[] =
    metric === undefined && !all.some(asksForSomething) ? [{ label: '__name__', operator: '!=', value: '' }] : [];
  return print({ kind: 'selector', ...(metric === undefined ? {} : { metric }), matchers: [...least, ...all] });
}

function asksForSomething({ operator, value }: Matcher): boolean {
  return operator === '=' && value !== '';
}

/** A matcher as it is written. */
function printMatcher(matcher: Matcher): string {
  return print({ kind: 'selector', matchers: [matcher] }).slice(1, -1);
}
