import type { Node } from '../promql/node.js';

/** The same tree, asked of another role: every selector, and every constant that says one. */
export function withRole(node: Node, role: string): Node {
  switch (node.kind) {
    case 'number':
    case 'string':
    case 'variable':
      return node;
    case 'selector':
      return { ...node, role };
    case 'subquery':
    case 'unary':
      return { ...node, expr: withRole(node.expr, role) };
    case 'call':
      return {
        ...node,
        args: node.args.map((argument) => withRole(argument, role)),
        ...(node.role === undefined ? {} : { role }),
      };
    case 'aggregate':
      return { ...node, expr: withRole(node.expr, role) };
    case 'binary':
      return { ...node, left: withRole(node.left, role), right: withRole(node.right, role) };
  }
}
