import type { Node } from '../../promql/node.js';
import { print } from '../../promql/print.js';
import type { CauseContext } from './context.js';

/** True where a part of the query returns nothing, asked as the whole was. */
export async function isEmpty(
  node: Node,
  { server, question }: Pick<CauseContext, 'server' | 'question'>,
): Promise<boolean> {
  const counted: Node = { kind: 'aggregate', name: 'count', expr: node };
  const answer = await server.ask({ ...question, expr: print(counted) });
  return answer.status === 'empty';
}
