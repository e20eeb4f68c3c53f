import { aggregationFacts, functionFacts, type FunctionFacts } from '../functions.js';
import { hasVariable } from '../grafana-variable.js';
import { operatorKind } from '../operators.js';
import { walk, type AggregateNode, type BinaryNode, type CallNode, type Node, type SelectorNode } from '../node.js';
import { print } from '../print.js';
import { accepts } from './matcher-values.js';
import { re2Fault } from './re2-fault.js';
import { argumentTypes, isNumeric, isScalar, isInstantVector, valueType, type ValueType } from './value-type.js';

/** A fault of a tree, and the part of it that has the fault. */
export interface NodeProblem {
  readonly node: Node;
  readonly message: string;
}

/**
 * The faults for which Prometheus 3 refuses a tree whose syntax is right: numbers and types of arguments and operands,
 * modifiers where they do not belong, selectors that select everything.
 * Source: `checkAST` in https://github.com/prometheus/prometheus/blob/main/promql/parser/parse.go
 */
export function typeErrors(node: Node): readonly NodeProblem[] {
  const errors: NodeProblem[] = [];
  walk(node, (inner) => {
    for (const message of faults(inner)) errors.push({ node: inner, message });
  });
  return errors;
}

function faults(node: Node): readonly string[] {
  switch (node.kind) {
    case 'selector':
      return [...ofSelector(node), ...ofPatterns(node)];
    case 'subquery':
      return unless(
        isInstantVector(node.expr),
        () => `a subquery goes over an instant vector, but ${described(node.expr)}`,
      );
    case 'call':
      return ofCall(node);
    case 'aggregate':
      return ofAggregate(node);
    case 'binary':
      return ofBinary(node);
    case 'unary':
      return unless(
        isNumeric(node.expr),
        () => `a minus goes before a number or an instant vector, but ${described(node.expr)}`,
      );
    default:
      return [];
  }
}

function ofSelector({ metric, matchers, verbatim }: SelectorNode): readonly string[] {
  if (metric === undefined) {
    // A variable may hold such a matcher.
    const selects =
      verbatim !== undefined || matchers.some((matcher) => hasVariable(matcher.value) || accepts(matcher, '') !== true);
    return unless(selects, () => 'a selector without a name needs a matcher that does not match the empty value');
  }
  const second = matchers.find(({ label }) => label === '__name__');
  return unless(second === undefined, () => `the metric is named twice: ${metric} and ${second?.value}`);
}

function ofPatterns({ matchers }: SelectorNode): readonly string[] {
  return matchers.flatMap(({ label, operator, value }) => {
    const fault = operator.endsWith('~') && !hasVariable(value) ? re2Fault(value) : undefined;
    return fault === undefined
      ? []
      : [`label "${label}" is matched by "${value}", which is not a regular expression: ${fault}`];
  });
}

function ofCall(node: CallNode): readonly string[] {
  if (hasVariable(node.name)) return [];
  const facts = functionFacts(node.name);
  if (facts === undefined) return [`PromQL has no function "${node.name}"`];
  const count = node.args.length;
  const { least, most } = arity(facts);
  if (count < least || count > most) return [`${node.name}() takes ${counted(least, most)}, not ${count}`];
  return node.args.flatMap((argument, index) => {
    const expected = argumentTypes[facts.args[Math.min(index, facts.args.length - 1)] ?? 'vector'];
    const isWrong = valueType(argument) !== expected;
    return isWrong
      ? [`${node.name}() takes ${article(expected)}, but ${described(argument)}${advice(expected, argument)}`]
      : [];
  });
}

function arity({ args, optional = 0, variadic }: FunctionFacts): { readonly least: number; readonly most: number } {
  return { least: args.length - optional, most: variadic === true ? Number.POSITIVE_INFINITY : args.length };
}

function counted(least: number, most: number): string {
  const plural = (count: number): string => (count === 1 ? '1 argument' : `${count} arguments`);
  if (least === most) return least === 0 ? 'no argument' : plural(least);
  return most === Number.POSITIVE_INFINITY ? `${plural(least)} or more` : `${least} to ${plural(most)}`;
}

function ofAggregate(node: AggregateNode): readonly string[] {
  const { name, param, expr } = node;
  if (hasVariable(name)) return [];
  const facts = aggregationFacts(name);
  if (facts === undefined) return [`PromQL has no aggregation "${name}"`];
  const ofExpr = unless(
    isInstantVector(expr),
    () => `${name} goes over an instant vector, but ${described(expr)}${advice('instant vector', expr)}`,
  );
  if (facts.param === undefined) return [...ofExpr, ...unless(param === undefined, () => `${name} takes no parameter`)];
  if (param === undefined)
    return [...ofExpr, `${name} takes a parameter: ${name}(${facts.param === 'string' ? '"label"' : '5'}, …)`];
  const isRight = valueType(param) === facts.param;
  return [
    ...ofExpr,
    ...unless(
      isRight,
      () => `the parameter of ${name} is ${article(facts.param ?? 'scalar')}, but ${described(param)}`,
    ),
  ];
}

function ofBinary(node: BinaryNode): readonly string[] {
  const { operator, left, right, bool, matching, group, fill } = node;
  const kind = operatorKind(operator);
  const operands = [left, right];
  const found = operands
    .filter((operand) => !isNumeric(operand))
    .map(
      (operand) =>
        `"${operator}" goes between numbers and instant vectors, but ${described(operand)}${advice('instant vector', operand)}`,
    );
  if (bool === true && kind !== 'comparison') found.push(`bool belongs to comparisons, not to "${operator}"`);
  // A variable may stand for a metric.
  const bare = operands.every((operand) => isScalar(operand) && operand.kind !== 'variable');
  if (kind === 'comparison' && bool !== true && bare)
    found.push(`a comparison of two numbers needs bool: ${operator} bool`);
  if (kind === 'set' && operands.some((operand) => isScalar(operand) && operand.kind !== 'variable')) {
    found.push(`"${operator}" goes between instant vectors only: write vector(…) around a number`);
  }
  if (kind === 'set' && group !== undefined) found.push(`"${operator}" takes no group_${group.side}`);
  if (fill !== undefined && kind === 'set') found.push(`"${operator}" takes no fill`);
  if (fill !== undefined && operands.some(isScalar)) found.push('fill belongs between instant vectors only');
  const labels = matching === undefined ? [] : Object.values(matching).flat();
  if (labels.length > 0 && operands.some(isScalar)) found.push('on and ignoring belong between instant vectors only');
  const twice =
    matching !== undefined && 'on' in matching
      ? group?.include.find((label) => matching.on.includes(label))
      : undefined;
  if (twice !== undefined)
    found.push(`the label "${twice}" is in on and in group_${group?.side}: it needs no taking along`);
  return found;
}

function advice(expected: ValueType, given: Node): string {
  if (expected === 'range vector' && given.kind === 'selector')
    return `: add a window, ${print({ ...given, range: '5m' })}`;
  if (expected === 'range vector' && isInstantVector(given))
    return ': make it a subquery, […:…], or take the rate before';
  if (expected === 'instant vector' && given.kind === 'selector')
    return ': take rate(), increase() or a function over time of it';
  if (expected === 'instant vector' && isScalar(given)) return ': write vector(…) around it';
  return '';
}

function described(node: Node): string {
  const text = print(node);
  return `${text.length > 60 ? `${text.slice(0, 59)}…` : text} is ${article(valueType(node))}`;
}

function article(type: string): string {
  return `${type.startsWith('i') ? 'an' : 'a'} ${type}`;
}

function unless(isRight: boolean, message: () => string): readonly string[] {
  return isRight ? [] : [message()];
}
