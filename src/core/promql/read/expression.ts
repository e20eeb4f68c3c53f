import type { SyntaxNode } from '@lezer/common';
import { aggregationFacts, functionFacts } from '../functions.js';
import { findVariables, hasVariable, variableAt } from '../grafana-variable.js';
import type { Node } from '../node.js';
import type { Place } from '../syntax-error.js';
import { assemble, type Item, type Operand } from './assemble.js';
import { isModified, readModifier } from './modifier.js';
import { readGrouping, readOperator } from './operator.js';
import { readSelector } from './selector.js';
import { parts, present, signBefore, type Source } from './source.js';

/** Trees deeper than this are refused, so that no analysis runs out of stack. */
const deepest = 1000;

/**
 * Turns the syntax tree that lezer made of a masked query, without errors in it, into ours. It takes only the pieces
 * from lezer and puts them together anew: lezer's grammar lets a range, `offset` and `@` bind weaker than operators
 * and a sign stronger than `^`, unlike Prometheus.
 */
export class ExpressionReader {
  private readonly source: Source;
  private readonly places: Map<Node, Place> | undefined;

  constructor(source: Source, places: Map<Node, Place> | undefined) {
    this.source = source;
    this.places = places;
  }

  /** The tree of the expression in a query, in parentheses or in an argument, with its place. */
  read(expr: SyntaxNode): Operand {
    const items: Item[] = [];
    this.collect(expr.name === 'PromQL' ? present(parts(expr)[0]) : expr, items);
    const operand = assemble(items, {
      record: (node, place) => this.places?.set(node, place),
      asVector: (side) => this.asVector(side),
    });
    if (operand.depth > deepest) this.source.fail(`the query is nested more than ${deepest} levels deep`, expr);
    return operand;
  }

  private collect(expr: SyntaxNode, items: Item[]): void {
    if (isModified(expr)) return this.collectModified(expr, items);
    switch (expr.name) {
      case 'BinaryExpr': {
        const [left, symbol, ...rest] = parts(expr);
        this.collect(present(left), items);
        items.push(this.operator(present(symbol), rest.slice(0, -1)));
        return this.collect(present(rest.at(-1)), items);
      }
      case 'UnaryExpr': {
        const [sign, operand] = parts(expr);
        items.push({ kind: 'sign', sign: this.source.text(sign) === '-' ? '-' : '+', from: expr.from });
        return this.collect(present(operand), items);
      }
      case 'NumberDurationLiteral':
        return this.collectNumber(expr, items);
      default:
        items.push(this.withVariables(this.operand(expr)));
    }
  }

  /** Applies a modifier to the last operand before it, which alone it goes with. */
  private collectModified(expr: SyntaxNode, items: Item[]): void {
    this.collect(present(parts(expr)[0]), items);
    const operand = items.pop();
    if (operand?.kind !== 'operand') throw new TypeError('a modifier without an operand');
    const node = readModifier(this.source, expr, operand);
    const depth = node.kind === 'subquery' ? operand.depth + 1 : operand.depth;
    items.push(this.withVariables(this.make(node, { from: operand.from, to: expr.to }, depth)));
  }

  private operator(symbol: SyntaxNode, clauses: readonly SyntaxNode[]): Item {
    const word = this.source.word(symbol, 'operator');
    if (word === undefined) return readOperator(this.source, symbol, clauses);
    const last = clauses.at(-1);
    return {
      kind: 'unknown operator',
      text: last === undefined ? word : this.source.text({ from: symbol.from, to: last.to }),
    };
  }

  /**
   * An operand with the variables behind it, such as the `$offset` of `x $offset`, which make something unknown of it.
   */
  private withVariables(operand: Operand, behind = this.source.behind(operand.to)): Operand {
    if (behind === undefined) return operand;
    const name = this.source.text(behind);
    const node: Node = { kind: 'call', name, args: [operand.node], written: 'behind' };
    return this.make(node, { from: operand.from, to: Math.max(operand.to, behind.to) }, operand.depth + 1);
  }

  /** Lezer takes the sign before a number for a part of it. */
  private collectNumber(expr: SyntaxNode, items: Item[]): void {
    const text = this.source.text(expr);
    const sign = signBefore.exec(text)?.[0] ?? '';
    if (sign !== '') items.push({ kind: 'sign', sign: sign.startsWith('-') ? '-' : '+', from: expr.from });
    const digits = text.slice(sign.length);
    const place = { from: expr.to - digits.length, to: expr.to };
    items.push(this.withVariables(this.make(this.number(digits, place), place, 1)));
  }

  private number(text: string, place: Place): Node {
    if (!hasVariable(text)) return { kind: 'number', value: this.source.number(place) };
    const [first] = findVariables(text);
    const name = first?.name ?? '';
    return isPlain(text) ? { kind: 'variable', name } : { kind: 'variable', name, verbatim: text };
  }

  private operand(expr: SyntaxNode): Operand {
    switch (expr.name) {
      case 'ParenExpr':
        return { ...this.read(present(parts(expr)[0])), from: expr.from, to: expr.to, bracketed: true };
      case 'StringLiteral':
        return this.make({ kind: 'string', value: this.source.string(expr) }, expr, 1);
      case 'VectorSelector':
        return this.make(readSelector(this.source, expr), expr, 1);
      case 'FunctionCall':
        return this.call(expr);
      case 'AggregateExpr':
        return this.aggregate(expr);
      default:
        return this.source.later(`"${this.source.text(expr)}", which is experimental in Prometheus 3,`, expr);
    }
  }

  private call(expr: SyntaxNode): Operand {
    const [identifier, body] = parts(expr);
    const name = this.source.word(present(identifier), 'function') ?? this.source.text(identifier);
    const types = functionFacts(name)?.args ?? [];
    const args = parts(present(body)).map((argument, index) => {
      const type = types[Math.min(index, types.length - 1)];
      return this.argument(argument, type === 'vector' || type === 'series');
    });
    const depth = Math.max(0, ...args.map((argument) => argument.depth)) + 1;
    return this.make({ kind: 'call', name, args: args.map((argument) => argument.node) }, expr, depth);
  }

  private aggregate(expr: SyntaxNode): Operand {
    const pieces = parts(expr);
    const piece = (name: string): SyntaxNode | undefined => pieces.find((child) => child.name === name);
    const operator = present(piece('AggregateOp'));
    const modifier = piece('AggregateModifier');
    const name = this.source.word(operator, 'aggregation') ?? this.source.text(operator).toLowerCase();
    const args = parts(present(piece('FunctionCallBody')));
    const facts = aggregationFacts(name);
    const hasParam = facts === undefined ? args.length === 2 : facts.param !== undefined;
    if (args.length !== (hasParam ? 2 : 1)) {
      const takes = hasParam ? 'a parameter and one expression' : 'one expression';
      this.source.fail(`${name} takes ${takes}, not ${args.length} arguments`, expr);
    }
    const param = hasParam ? this.argument(present(args[0]), false) : undefined;
    const of = this.argument(present(args.at(-1)), true);
    const node: Node = {
      kind: 'aggregate',
      name,
      ...(param && { param: param.node }),
      expr: of.node,
      ...(modifier && { grouping: readGrouping(this.source, modifier) }),
    };
    const operand = this.make(node, expr, Math.max(param?.depth ?? 0, of.depth) + 1);
    return this.withVariables(operand, this.source.behind(operator.to));
  }

  private argument(expr: SyntaxNode, isVector: boolean): Operand {
    const operand = this.read(expr);
    return isVector ? this.asVector(operand) : operand;
  }

  /** A variable alone where only a vector can stand is the name of a metric, not a number. */
  private asVector(operand: Operand): Operand {
    if (operand.node.kind !== 'variable') return operand;
    const text = this.source.query.slice(operand.from, operand.to);
    const variable = findVariables(text)[0];
    const metric = text.slice(variable?.from, variable?.to);
    return this.make({ kind: 'selector', metric, matchers: [] }, operand, 1);
  }

  private make(node: Node, { from, to }: Place, depth: number): Operand {
    this.places?.set(node, { from, to });
    return { kind: 'operand', node, from, to, bracketed: false, depth };
  }
}

/** True where a text is one variable without a field or a format, in any of the three ways to write it. */
function isPlain(text: string): boolean {
  const variable = variableAt(text, 0);
  return variable?.to === text.length && variable.field === undefined && variable.format === undefined;
}
