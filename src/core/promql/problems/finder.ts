import type { Node } from '../node.js';
import type { Lookup } from '../analyze/lookup.js';

/** The surroundings of the node that is looked at. */
export interface NodeContext {
  readonly lookup: Lookup;
  /** The nodes around it, the innermost first. */
  readonly around: readonly Node[];
}

/** Looks at one node of a tree and says, in whole sentences, what is wrong with it. */
export type ProblemFinder = (node: Node, context: NodeContext) => readonly string[];

/** Names as people read them in a row. */
export function listed(names: Iterable<string>): string {
  const list = [...names];
  return list.length === 0 ? 'no label' : list.join(', ');
}
