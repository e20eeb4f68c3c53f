import { hasVariable } from './grafana-variable.js';
import type {
  AggregateNode,
  At,
  BinaryNode,
  CallNode,
  Fill,
  Matcher,
  Matching,
  Node,
  NumberNode,
  SelectorNode,
  SubqueryNode,
  TimeShift,
  UnaryNode,
  Verbatim,
} from './node.js';
import { precedenceOf, signPrecedence, unknownPrecedence } from './operators.js';
import { quote } from './quote.js';

/**
 * The precedence of an operand of `offset`, `@` or a range: tighter than any operator; a name or call is tighter still.
 */
const modified = 8;
const atom = 9;

/**
 * A tree as PromQL, on one line: the only place that writes it. Parentheses stand where PromQL needs them, and around
 * a sign beside `^`, which Prometheus and its lezer grammar read differently.
 */
export function print(node: Node): string {
  switch (node.kind) {
    case 'number':
      return printNumber(node.value);
    case 'string':
      return quote(node.value);
    case 'variable':
      return node.verbatim ?? `$${node.name}`;
    case 'selector':
      return printSelector(node);
    case 'subquery':
      return printSubquery(node);
    case 'call':
      return printCall(node);
    case 'aggregate':
      return printAggregate(node);
    case 'binary':
      return printBinary(node);
    case 'unary':
      return printUnary(node);
  }
}

function printOperand(node: Node, atLeast: number): string {
  return binding(node) < atLeast ? `(${print(node)})` : print(node);
}

function binding(node: Node): number {
  switch (node.kind) {
    case 'binary':
      return precedenceOf(node.operator);
    case 'call':
      if (node.written === undefined) return atom;
      return node.written === 'between' ? unknownPrecedence : 0;
    case 'unary':
      return signPrecedence;
    case 'number':
      return isNegative(node) ? signPrecedence : atom;
    case 'selector':
      return isModified(node) ? modified : atom;
    case 'subquery':
      return modified;
    default:
      return atom;
  }
}

function isModified({ range, edges, offset, at }: SelectorNode): boolean {
  return [range, edges, offset, at].some((modifier) => modifier !== undefined);
}

function isNegative(node: NumberNode): boolean {
  return node.value < 0 || Object.is(node.value, -0);
}

function printNumber(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (Object.is(value, -0)) return '-0';
  return String(value).replace('Infinity', 'Inf');
}

function printSelector(node: SelectorNode): string {
  const { metric, matchers, verbatim = [], range, edges } = node;
  const bare = metric === undefined || isMetricName(metric);
  const inside = [...matchers.map(printMatcher), ...verbatim];
  if (metric !== undefined && !bare) inside.unshift(quote(metric));
  const braces = inside.length > 0 || metric === undefined ? `{${inside.join(', ')}}` : '';
  const window = range === undefined ? '' : `[${range}]`;
  return `${bare ? (metric ?? '') : ''}${braces}${window}${edges === undefined ? '' : ` ${edges}`}${printShift(node)}`;
}

function printMatcher(matcher: Matcher): string {
  const label = labelName.test(matcher.label) || hasVariable(matcher.label) ? matcher.label : quote(matcher.label);
  return `${label}${matcher.operator}${matcher.unquoted === true ? matcher.value : quote(matcher.value)}`;
}

function printSubquery(node: SubqueryNode): string {
  return `${printOperand(node.expr, atom)}[${node.range}:${node.step ?? ''}]${printShift(node)}`;
}

function printShift(shift: TimeShift): string {
  const { at, offset } = shift;
  const fixed = at === undefined ? '' : ` @ ${printTime(at)}`;
  return offset === undefined ? fixed : `${fixed} offset ${offset}`;
}

function printTime(at: At | Verbatim): string {
  if (typeof at === 'object') return at.verbatim;
  return typeof at === 'number' ? printNumber(at) : `${at}()`;
}

function printCall(node: CallNode): string {
  const { name, args, written } = node;
  if (written === undefined) return `${name}(${args.map(print).join(', ')})`;
  // A sign after a variable is an operator, and a second variable behind an operand makes an operator of the first.
  const [left, ...right] = args.map((operand, index) =>
    printOperand(operand, index === 0 && written === 'between' ? unknownPrecedence : modified),
  );
  return [left, name, ...right].join(' ');
}

function printAggregate(node: AggregateNode): string {
  const { grouping } = node;
  const clause =
    grouping === undefined
      ? ''
      : 'by' in grouping
        ? ` by ${list(grouping.by)} `
        : ` without ${list(grouping.without)} `;
  return `${node.name}${clause}(${node.param === undefined ? '' : `${print(node.param)}, `}${print(node.expr)})`;
}

function printBinary(node: BinaryNode): string {
  const { operator } = node;
  const own = precedenceOf(operator);
  const fromRight = operator === '^';
  const left = printOperand(node.left, fromRight ? own + 1 : own);
  const right = printOperand(node.right, fromRight ? own : own + 1);
  return `${left} ${operator}${node.bool ? ' bool' : ''}${printMatching(node)}${printFill(node.fill)} ${right}`;
}

function printMatching(node: BinaryNode): string {
  const { group } = node;
  const matching: Matching | undefined = node.matching ?? (group && { ignoring: [] });
  if (matching === undefined) return '';
  const clause = 'on' in matching ? ` on ${list(matching.on)}` : ` ignoring ${list(matching.ignoring)}`;
  return group === undefined ? clause : `${clause} group_${group.side} ${list(group.include)}`;
}

function printFill(fill: Fill | undefined): string {
  if (fill === undefined) return '';
  const { left, right } = fill;
  if (left !== undefined && Object.is(left, right)) return ` fill (${printNumber(left)})`;
  const clause = (side: 'left' | 'right', value: number | undefined): string =>
    value === undefined ? '' : ` fill_${side} (${printNumber(value)})`;
  return `${clause('left', left)}${clause('right', right)}`;
}

function printUnary(node: UnaryNode): string {
  return `-${printOperand(node.expr, modified)}`;
}

const labelName = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
const noLabelInList = /^(?:inf|nan|without)$/i;
const keyword =
  /^(?:and|or|unless|atan2|sum|avg|count|min|max|group|stddev|stdvar|topk|bottomk|count_values|quantile|limitk|limit_ratio|offset|smoothed|anchored|by|without|on|ignoring|group_left|group_right|fill|fill_left|fill_right|bool|start|end|step|range|inf|nan)$/i;

function isMetricName(name: string): boolean {
  return (/^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name) && !keyword.test(name)) || hasVariable(name);
}

function list(labels: readonly string[]): string {
  const names = labels.map((name) =>
    (labelName.test(name) && !noLabelInList.test(name)) || hasVariable(name) ? name : quote(name),
  );
  return `(${names.join(', ')})`;
}
