import { quote } from '../../promql/quote.js';
import type { QueryServer } from '../ask/server.js';

/**
 * Which of some series a server has at present.
 *
 * @param matchers more of them, as PromQL
 */
export async function presentNames(
  server: QueryServer,
  names: readonly string[],
  now: number,
  matchers = '',
): Promise<ReadonlySet<string>> {
  if (names.length === 0) return new Set();
  const selector = [`__name__=~${quote(names.join('|'))}`, ...(matchers === '' ? [] : [matchers])].join(',');
  const answer = await server.ask({ expr: `count by (__name__) ({${selector}})`, range: { start: now, end: now } });
  if (answer.status === 'error') return new Set();
  return new Set(answer.values.flatMap(({ labels }) => labels['__name__'] ?? []));
}
