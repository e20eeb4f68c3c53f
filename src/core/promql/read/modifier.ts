import type { SyntaxNode } from '@lezer/common';
import { hasVariable } from '../grafana-variable.js';
import type { At, Node, SelectorNode, TimeShift, Verbatim } from '../node.js';
import type { Place } from '../syntax-error.js';
import type { Operand } from './assemble.js';
import { parts, present, type Source } from './source.js';

/** True where something stands behind the operand: a range, a subquery's range, `offset` or `@`. */
export function isModified(expr: SyntaxNode): boolean {
  return Object.hasOwn(modifiers, expr.name);
}

/** Reads what stands behind an operand, which lezer may have taken for more than it goes with. */
export function readModifier(source: Source, expr: SyntaxNode, operand: Operand): Node {
  const read = modifiers[expr.name];
  if (read === undefined) throw new TypeError(`${expr.name} does not stand behind an operand`);
  return read(source, operand, parts(expr).slice(1), { from: operand.to, to: expr.to });
}

type Reader = (source: Source, operand: Operand, rest: readonly SyntaxNode[], place: Place) => Node;

const modifiers: Readonly<Record<string, Reader>> = {
  MatrixSelector: readRange,
  SubqueryExpr: (source, { node }, [range, step]) => ({
    kind: 'subquery',
    expr: node,
    range: source.duration(present(range)),
    ...(step && { step: source.duration(step) }),
  }),
  OffsetExpr: (source, operand, [, offset], place) =>
    shift(source, operand, 'offset', { offset: source.duration(present(offset)) }, place),
  StepInvariantExpr: (source, operand, [, time], place) =>
    shift(source, operand, 'at', { at: readTime(source, present(time)) }, place),
  AnchoredExpr: (source, operand, _, place) => readEdges(source, operand, 'anchored', place),
  SmoothedExpr: (source, operand, _, place) => readEdges(source, operand, 'smoothed', place),
};

function readRange(source: Source, operand: Operand, rest: readonly SyntaxNode[], place: Place): SelectorNode {
  const { node, bracketed } = operand;
  const range = source.duration(present(rest[0]));
  if (node.kind !== 'selector' || bracketed) {
    return source.fail(
      `the range [${range}] stands on a selector only: over an expression write a subquery, [${range}:]`,
      place,
    );
  }
  // Prometheus takes `x @ end()[5m]`, and only that, for `x[5m] @ end()`.
  if (node.offset !== undefined || typeof node.at === 'number' || typeof node.at === 'object')
    source.fail('a range stands before offset and @', place);
  if (node.edges !== undefined) source.fail(`a range stands before ${node.edges}`, place);
  if (node.range !== undefined) source.fail('a selector has one range', place);
  return { ...node, range };
}

function readEdges(
  source: Source,
  { node, bracketed }: Operand,
  edges: NonNullable<SelectorNode['edges']>,
  place: Place,
): SelectorNode {
  if (node.kind !== 'selector' || bracketed) return source.fail(`${edges} stands after a selector only`, place);
  if (node.edges !== undefined) source.fail(`a selector is ${node.edges} or ${edges}, once`, place);
  return { ...node, edges };
}

function shift(source: Source, { node, bracketed }: Operand, key: keyof TimeShift, by: TimeShift, place: Place): Node {
  const written = key === 'at' ? '@' : 'offset';
  if ((node.kind !== 'selector' && node.kind !== 'subquery') || bracketed) {
    return source.fail(`${written} stands after a selector or a subquery only`, place);
  }
  if (node[key] !== undefined) source.fail(`${written} is there twice`, place);
  return { ...node, ...by };
}

function readTime(source: Source, time: SyntaxNode): At | Verbatim {
  const text = source.text(time);
  if (time.name === 'AtModifierPreprocessors') return text.toLowerCase().startsWith('start') ? 'start' : 'end';
  if (hasVariable(text)) return { verbatim: text.replaceAll(/\s+/g, '') };
  const value = source.signedNumber(time);
  // Milliseconds that a 64-bit integer holds.
  return Math.abs(value) < 2 ** 63 / 1000 ? value : source.fail(`${text} is not a time`, time);
}
