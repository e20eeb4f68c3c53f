import { functionFacts } from '../../promql/functions.js';
import { walk, type CallNode, type Node, type SelectorNode } from '../../promql/node.js';

/** A selector with a window, and the function that is called over it. */
export interface WindowUse {
  readonly call: CallNode;
  readonly selector: SelectorNode & { readonly range: string };
}

/** The windows of a query: each with its function. Subqueries are not among them. */
export function windowsIn(node: Node): readonly WindowUse[] {
  const found: WindowUse[] = [];
  walk(node, (call) => {
    if (call.kind !== 'call') return;
    for (const selector of call.args) {
      if (selector.kind === 'selector' && selector.range !== undefined)
        found.push({ call, selector: { ...selector, range: selector.range } });
    }
  });
  return found;
}

/** True where a function needs two samples in its window: fewer give no result. */
export function needsTwoSamples({ name }: CallNode): boolean {
  return functionFacts(name)?.needs !== undefined && name !== 'resets';
}
