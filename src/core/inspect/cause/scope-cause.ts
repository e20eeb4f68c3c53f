import type { Cause } from './cause.js';
import { horizon, type CauseContext } from './context.js';

/** The cause where another server has what a selector does not find here. */
export async function scopeCause(
  selector: string,
  { server, others, question }: CauseContext,
): Promise<Cause | undefined> {
  const { end } = question.range;
  for (const other of others) {
    // A server that cannot be asked has nothing to say about this one.
    if (!(await other.has(selector, { start: end - horizon, end }).catch(() => false))) continue;
    return {
      kind: 'wrong-scope',
      sentence: `${selector} was never seen on ${server.title}, but ${other.title} has it: the query asks the wrong datasource`,
      next: `point the query at ${other.title}`,
    };
  }
  return undefined;
}
