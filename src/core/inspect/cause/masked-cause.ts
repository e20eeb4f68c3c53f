import { masksMissing } from '../../promql/analyze/masks-missing.js';
import type { Node } from '../../promql/node.js';
import { print } from '../../promql/print.js';
import type { Cause, CauseKind } from './cause.js';
import type { CauseContext } from './context.js';
import { findCause } from './find-cause.js';
import { isEmpty } from './is-empty.js';

/** The causes that mean that nobody looked, rather than that nothing happened. */
const blind: ReadonlySet<CauseKind> = new Set([
  'target-down',
  'not-scraped',
  'waiting-for-producer',
  'wrong-scope',
  'never-seen',
]);

/** Why a query that returns something shows what nobody measured: a constant stands where its data is missing. */
export async function maskedCause(node: Node, context: CauseContext): Promise<Cause | undefined> {
  for (const { node: mask } of masksMissing(node)) {
    if (!(await isEmpty(mask.left, context))) continue;
    const { kind, sentence, next } = await findCause(mask.left, context);
    if (blind.has(kind))
      return { kind: 'masked', sentence: `it shows ${print(mask.right)}, which nobody measured: ${sentence}`, next };
  }
  return undefined;
}
