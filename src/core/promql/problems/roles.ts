import { print } from '../print.js';
import type { Node } from '../node.js';
import { seriesName, type Lookup } from '../analyze/lookup.js';
import { roleUses, withoutRole } from '../analyze/roles.js';
import type { NodeProblem } from '../analyze/type-errors.js';

/** Two roles in one query: no datasource has the series of both. */
export function mixedRoles(node: Node, lookup: Lookup): readonly NodeProblem[] {
  const [first, ...rest] = roleUses(node, lookup);
  const second = rest.find(({ role }) => role !== first?.role);
  if (first === undefined || second === undefined) return [];
  const asks = `${asker(first.node)} asks ${first.role}, ${asker(second.node)} asks ${second.role}`;
  return [{ node: second.node, message: `two roles in one expression: ${asks}, and no datasource has both` }];
}

/** A series that every Prometheus has, without a word on which is asked. */
export function missingRole(node: Node, lookup: Lookup): readonly NodeProblem[] {
  return withoutRole(node, lookup).map((selector) => ({
    node: selector,
    message: `${asker(selector)} exists on every Prometheus: name the role that is asked`,
  }));
}

function asker(node: Node): string {
  return (node.kind === 'selector' ? seriesName(node) : undefined) ?? print(node);
}
