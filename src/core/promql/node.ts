import type { MetricFamily } from '../model/metric.js';

/**
 * The syntax tree of a PromQL expression. Trees are plain immutable data: builders and the parser make them, `print`
 * alone turns them into text, and analyses read them.
 *
 * Windows and steps are PromQL durations (`5m`, `1h30m`) or a Grafana variable in their place (`$__rate_interval`).
 * Names of metrics, labels, functions and aggregations, durations and the values of matchers may hold variables: they
 * stand as they are written (`node_${kind}_total`, `${n}m`), and `hasVariable` and `findVariables` read them.
 */
export type Node = (
  | NumberNode
  | StringNode
  | VariableNode
  | SelectorNode
  | SubqueryNode
  | CallNode
  | AggregateNode
  | BinaryNode
  | UnaryNode
) &
  Claim;

/** The claims of a template's author about its result, for `build` to verify. */
export interface Claim {
  /** The labels that the result carries; absent where nobody claimed anything. */
  readonly carries?: readonly string[];
}

/** A number: finite and not negative, or `Infinity`, or `NaN`. Negative numbers are a `UnaryNode` over one. */
export interface NumberNode {
  readonly kind: 'number';
  readonly value: number;
}

/** A string literal, such as the label names that `label_replace` takes. */
export interface StringNode {
  readonly kind: 'string';
  readonly value: string;
}

/** A Grafana variable where a number stands: the `$quantile` of `histogram_quantile($quantile, …)`. */
export interface VariableNode {
  readonly kind: 'variable';
  /** The name of the variable; of the first one, where there are several. */
  readonly name: string;
  /** The number as it is written, where it is more than `$name`: `1${zeros}`, `0.$digits`, `${threshold:raw}`. */
  readonly verbatim?: string;
}

/** How a matcher compares a label's value: `=~` and `!~` by a regular expression, anchored at both ends. */
export type MatchOperator = '=' | '!=' | '=~' | '!~';

/** One label matcher. `value` is unescaped; where it is a Grafana variable, it is `$name` and `variable` names it. */
export interface Matcher {
  readonly label: string;
  readonly operator: MatchOperator;
  readonly value: string;
  readonly variable?: string;
  /** The value stands without quotes, which are in the variable: `{job=$job}`. */
  readonly unquoted?: true;
}

/** Where an `@` modifier fixes the evaluation: a Unix time in seconds, or the start or end of the query's range. */
export type At = number | 'start' | 'end';

/** A piece of a query with variables, as it is written. */
export interface Verbatim {
  readonly verbatim: string;
}

/** The shift of a selector or subquery in time. `offset` may be negative: `-5m`. `at` may be a variable: `@ $time`. */
export interface TimeShift {
  readonly offset?: string;
  readonly at?: At | Verbatim;
}

/** Series by name and labels; with `range` a range vector (`x[5m]`), without one an instant vector (`x`). */
export interface SelectorNode extends TimeShift {
  readonly kind: 'selector';
  /** The series name; absent for `{…}`, which names no metric or does so with a `__name__` matcher. */
  readonly metric?: string;
  readonly matchers: readonly Matcher[];
  /** Whole matchers that variables hold, as they are written: the `$filter` of `{job="a", $filter}`. */
  readonly verbatim?: readonly string[];
  readonly range?: string;
  /** How Prometheus 3 reads samples at the edges of the range. Experimental. */
  readonly edges?: 'anchored' | 'smoothed';
  /** The catalog's family and the role asked, where a builder made this node; parsed text has neither. */
  readonly family?: MetricFamily;
  readonly role?: string;
}

/** An expression evaluated at steps over a range: `expr[1h:1m]`. Without `step`, the server's default. */
export interface SubqueryNode extends TimeShift {
  readonly kind: 'subquery';
  readonly expr: Node;
  readonly range: string;
  readonly step?: string;
}

/**
 * A function call. `role` says where a constant such as `vector(1)` is asked, having no metric to say so.
 *
 * A variable that makes something unknown of its operands is a function with a variable for its name, `written`
 * otherwise: between two (`a $op b`; the name holds what follows it, as in `$op on (x)`), or behind one (`sum(x) $by`,
 * `x $offset`).
 */
export interface CallNode {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Node[];
  readonly role?: string;
  readonly written?: 'between' | 'behind';
}

/** `by` keeps the named labels, `without` drops them. */
export type Grouping = { readonly by: readonly string[] } | { readonly without: readonly string[] };

/** An aggregation. `param` is the first argument of `topk`, `quantile`, `count_values` and their like. */
export interface AggregateNode {
  readonly kind: 'aggregate';
  readonly name: string;
  readonly param?: Node;
  readonly expr: Node;
  readonly grouping?: Grouping;
}

/** The operators that calculate. */
export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%' | '^' | 'atan2';
/** The operators that compare: they filter, or with `bool` return 0 and 1. */
export type ComparisonOperator = '==' | '!=' | '>' | '<' | '>=' | '<=';
/** The operators that combine sets of series. */
export type SetOperator = 'and' | 'or' | 'unless';
/** Cuts a native histogram off above (`</`) or below (`>/`) a value. Experimental in Prometheus 3. */
export type TrimOperator = '</' | '>/';
/** Every operator between two operands. */
export type BinaryOperator = ArithmeticOperator | ComparisonOperator | SetOperator | TrimOperator;

/** How the series of two vectors find each other. */
export type Matching = { readonly on: readonly string[] } | { readonly ignoring: readonly string[] };

/** Which side may have many series for one of the other, and which labels of the other side it takes along. */
export interface GroupSide {
  readonly side: 'left' | 'right';
  readonly include: readonly string[];
}

/** The values put in place of series that one side lacks: `fill(0)` is both sides. Experimental in Prometheus 3. */
export interface Fill {
  readonly left?: number;
  readonly right?: number;
}

/** Two operands with an operator between. */
export interface BinaryNode {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Node;
  readonly right: Node;
  /** A comparison that returns 0 or 1 instead of filtering. */
  readonly bool?: true;
  readonly matching?: Matching;
  readonly group?: GroupSide;
  readonly fill?: Fill;
  /** The right side only says when the left side may be shown: it is no part of what is asked. Not printed. */
  readonly guard?: true;
}

/** Negation: `-expr`. */
export interface UnaryNode {
  readonly kind: 'unary';
  readonly operator: '-';
  readonly expr: Node;
}

/** The direct sub-expressions of a node, in the order they are written. */
export function children(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'number':
    case 'string':
    case 'variable':
    case 'selector':
      return [];
    case 'subquery':
    case 'unary':
      return [node.expr];
    case 'call':
      return node.args;
    case 'aggregate':
      return node.param === undefined ? [node.expr] : [node.param, node.expr];
    case 'binary':
      return [node.left, node.right];
  }
}

/** Calls `visit` for a node and everything below it, parents first. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const child of children(node)) walk(child, visit);
}

/** True where a node, or anything below it, passes a test. */
export function some(node: Node, test: (node: Node) => boolean): boolean {
  return test(node) || children(node).some((child) => some(child, test));
}
