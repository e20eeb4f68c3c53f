import { walk, type Node, type SelectorNode } from '../node.js';
import { seriesOf, type Lookup } from './lookup.js';

/**
 * The roles that a query asks: of each selector the role it names, else the first owner of its family; of constants the
 * role they name. Selectors of unknown and of universal families without a role ask none.
 */
export function rolesAsked(node: Node, lookup: Lookup): ReadonlySet<string> {
  return new Set(roleUses(node, lookup).map(({ role }) => role));
}

/** Who asks a role: a series, or a constant. */
export interface RoleUse {
  readonly role: string;
  readonly node: Node;
}

/** Each use of a role in a query, in the order they are written. */
export function roleUses(node: Node, lookup: Lookup): readonly RoleUse[] {
  const uses: RoleUse[] = [];
  walk(node, (inner) => {
    const role = roleOf(inner, lookup);
    if (role !== undefined) uses.push({ role, node: inner });
  });
  return uses;
}

/** The selectors of universal families that name no role. */
export function withoutRole(node: Node, lookup: Lookup): readonly SelectorNode[] {
  const found: SelectorNode[] = [];
  walk(node, (inner) => {
    if (inner.kind === 'selector' && inner.role === undefined && isUniversal(inner, lookup)) found.push(inner);
  });
  return found;
}

function roleOf(node: Node, lookup: Lookup): string | undefined {
  if (node.kind === 'call') return node.role;
  if (node.kind !== 'selector') return undefined;
  return node.role ?? seriesOf(node, lookup)?.family.owners[0];
}

function isUniversal(node: SelectorNode, lookup: Lookup): boolean {
  return seriesOf(node, lookup)?.family.origin === 'universal';
}
