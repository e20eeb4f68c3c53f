import type { SyntaxNode } from '@lezer/common';
import type { Fill, GroupSide, Grouping, Matching } from '../node.js';
import { isBinaryOperator } from '../operators.js';
import type { Operator } from './assemble.js';
import { parts, present, type Source } from './source.js';

/** Reads the operator between two operands, with the modifiers after it. */
export function readOperator(source: Source, symbol: SyntaxNode, clauses: readonly SyntaxNode[]): Operator {
  const operator = source.text(symbol).toLowerCase();
  if (!isBinaryOperator(operator)) return source.fail(`"${operator}" is not an operator`, symbol);
  const clause = (name: string): SyntaxNode | undefined => clauses.find((found) => found.name === name);
  const fill = clause('FillModifier');
  const matching = clause('MatchingModifierClause');
  return {
    kind: 'operator',
    operator,
    ...(clause('BoolModifier') && { bool: true }),
    ...(matching && readMatching(source, matching)),
    ...(fill && { fill: readFill(source, fill) }),
  };
}

/** Reads `fill(0)`, which is for both sides, `fill_left(0)` and `fill_right(0)`. */
function readFill(source: Source, modifier: SyntaxNode): Fill {
  const fills = parts(modifier).map((clause): Fill => {
    const value = source.signedNumber(present(parts(clause)[1]));
    if (clause.name === 'FillClause') return { left: value, right: value };
    return clause.name === 'FillLeftClause' ? { left: value } : { right: value };
  });
  return Object.assign({}, ...fills) as Fill;
}

/** Reads the `by` or `without` clause of an aggregation. */
export function readGrouping(source: Source, clause: SyntaxNode): Grouping {
  const [kind, labels] = parts(clause);
  const names = source.names(present(labels));
  return kind?.name === 'By' ? { by: names } : { without: names };
}

function readMatching(source: Source, clause: SyntaxNode): Pick<Operator, 'matching' | 'group'> {
  const [kind, labels, side, include] = parts(clause);
  const names = source.names(present(labels));
  const matching: Matching = kind?.name === 'On' ? { on: names } : { ignoring: names };
  if (side === undefined) return { matching };
  const group: GroupSide = {
    side: side.name === 'GroupLeft' ? 'left' : 'right',
    include: include === undefined ? [] : source.names(include),
  };
  return { matching, group };
}
