import { children, type Node } from '../../promql/node.js';
import { parse } from '../../promql/read/parse.js';
import type { Place } from '../../promql/syntax-error.js';
import type { Change } from '../check.js';
import type { TextRange } from '../../document/json-path.js';
import type { ReadQuery } from '../../document/read-dashboard.js';
import { textOf } from '../../document/read/values.js';

/** A query of a dashboard, or the expression of a rule. */
export type Asked = Pick<ReadQuery, 'expr' | 'node'>;

const known = new WeakMap<Asked, ReadonlyMap<Node, Place>>();

/** Where a node of a query's tree stands in its text. Places are worked out only for queries that are reported. */
export function rangeOf(query: Asked, node: Node): TextRange | undefined {
  let places = known.get(query);
  if (places === undefined) {
    places = placesIn(query);
    known.set(query, places);
  }
  return places.get(node);
}

/** Parses a query again, with places, and carries them over to the tree that the query has. */
function placesIn({ expr, node }: Asked): ReadonlyMap<Node, Place> {
  const found = new Map<Node, Place>();
  if (node === undefined) return found;
  const places = new Map<Node, Place>();
  const carryOver = (to: Node, from: Node): void => {
    const place = places.get(from);
    if (place !== undefined) found.set(to, place);
    const below = children(from);
    for (const [index, child] of children(to).entries()) {
      const twin = below[index];
      if (twin !== undefined) carryOver(child, twin);
    }
  };
  carryOver(node, parse(expr, places));
  return found;
}

/** The change that writes something else in a part of a query, and leaves the text around it as it is. */
export function replacing(query: ReadQuery, range: TextRange, text: string): Change | undefined {
  const key = query.exprPath.at(-1);
  const whole = key === undefined ? undefined : textOf(query.json[key]);
  if (whole === undefined) return undefined;
  const [from, to] = [query.exprFrom + range.from, query.exprFrom + range.to];
  return { path: query.exprPath, value: whole.slice(0, from) + text + whole.slice(to) };
}
