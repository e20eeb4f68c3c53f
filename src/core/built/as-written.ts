import type { Node } from '../promql/node.js';

/** A tree that builders made, as the parser makes it of its text: without the roles, families and claims of its author. */
export function asWritten(node: Node): Node {
  switch (node.kind) {
    case 'number':
    case 'string':
    case 'variable':
      return node.carries === undefined ? node : withoutClaim(node);
    case 'selector': {
      const { family: _family, role: _role, carries: _carries, ...written } = node;
      return written;
    }
    case 'subquery':
    case 'unary':
      return withoutClaim({ ...node, expr: asWritten(node.expr) });
    case 'call': {
      const { role: _role, carries: _carries, ...written } = node;
      return { ...written, args: node.args.map(asWritten) };
    }
    case 'aggregate': {
      const { param } = node;
      const expr = asWritten(node.expr);
      return withoutClaim(param === undefined ? { ...node, expr } : { ...node, expr, param: asWritten(param) });
    }
    case 'binary': {
      const { guard: _guard, carries: _carries, ...written } = node;
      return { ...written, left: asWritten(node.left), right: asWritten(node.right) };
    }
  }
}

function withoutClaim(node: Node): Node {
  if (node.carries === undefined) return node;
  const { carries: _carries, ...written } = node;
  return written;
}
