import type { Node } from '../node.js';

/** The number that a tree always is, in every series it returns; undefined where it depends on samples. */
export function constantValue(node: Node): number | undefined {
  switch (node.kind) {
    case 'number':
      return node.value;
    case 'unary': {
      const value = constantValue(node.expr);
      return value === undefined ? undefined : -value;
    }
    case 'call':
      return handsOn.has(node.name) && node.args[0] !== undefined ? constantValue(node.args[0]) : undefined;
    default:
      return undefined;
  }
}

const handsOn: ReadonlySet<string> = new Set(['vector', 'scalar', 'label_replace', 'label_join', 'sort', 'sort_desc']);
