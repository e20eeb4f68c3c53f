import { signedSeconds } from '../duration.js';
import { hasVariable } from '../grafana-variable.js';
import { walk, type Node, type SelectorNode, type SubqueryNode } from '../node.js';

/** One duration of a query. */
export interface WindowUse {
  /** The range of a selector or subquery, the step of a subquery, or an offset. */
  readonly kind: 'range' | 'step' | 'offset';
  readonly node: SelectorNode | SubqueryNode;
  /** As it is written. */
  readonly text: string;
  /** Its length, negative for an offset ahead; undefined for a variable or a calculation. */
  readonly seconds: number | undefined;
  /** True where it is the same for every viewer: no variable, and nothing of the query's step or range. */
  readonly fixed: boolean;
}

/** Every range, step and offset of a query, in the order of the tree, parents first. */
export function windowsUsed(node: Node): readonly WindowUse[] {
  const uses: WindowUse[] = [];
  walk(node, (inner) => uses.push(...windowsOf(inner)));
  return uses;
}

/** The range, step and offset of one node. */
export function windowsOf(node: Node): readonly WindowUse[] {
  if (node.kind !== 'selector' && node.kind !== 'subquery') return [];
  const texts = { range: node.range, step: node.kind === 'subquery' ? node.step : undefined, offset: node.offset };
  return (['range', 'step', 'offset'] as const).flatMap((kind) => {
    const text = texts[kind];
    return text === undefined ? [] : [{ kind, node, text, seconds: signedSeconds(text), fixed: isFixed(text) }];
  });
}

function isFixed(text: string): boolean {
  return !hasVariable(text) && !/\b(?:step|range)\(/.test(text);
}
