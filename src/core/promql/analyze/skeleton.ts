import type { MetricFamily } from '../../model/metric.js';
import { hasVariable } from '../grafana-variable.js';
import type { Matcher, Node, SelectorNode, TimeShift } from '../node.js';

/**
 * A tree without the values that no analysis looks at: those that `=` matches on labels which can have any.
 * Trees with the same skeleton mean the same, so that a thousand panels of one recipe are analysed once.
 */
export function skeleton(node: Node): string {
  return node.carries === undefined ? inner(node) : `${inner(node)} carries ${node.carries.join()}`;
}

function inner(node: Node): string {
  switch (node.kind) {
    case 'number':
      return String(node.value);
    case 'variable':
      return node.verbatim ?? `$${node.name}`;
    case 'string':
      return JSON.stringify(node.value);
    case 'selector':
      return ofSelector(node);
    case 'subquery':
      return `(${inner(node.expr)})[${node.range}:${node.step ?? ''}]${shift(node)}`;
    case 'call':
      return `${node.name}${node.written ?? ''}<${node.role ?? ''}>(${node.args.map(inner).join()})`;
    case 'aggregate':
      return `${node.name}${list(node.grouping)}(${node.param === undefined ? '' : inner(node.param)};${inner(node.expr)})`;
    case 'binary':
      return `(${inner(node.left)})${node.operator}${node.bool === true ? 'bool' : ''}${list(node.matching)}${list(node.group)}${list(node.fill)}(${inner(node.right)})`;
    case 'unary':
      return `-(${inner(node.expr)})`;
  }
}

function ofSelector(node: SelectorNode): string {
  let matchers = node.verbatim === undefined ? '' : `${node.verbatim.join()};`;
  for (const matcher of node.matchers) matchers += `${matcher.label}${matcher.operator}${shown(matcher, node.family)},`;
  return `${node.metric ?? ''}#${node.family === undefined ? '' : idOf(node.family)}<${node.role ?? ''}>{${matchers}}[${node.range ?? ''}]${node.edges ?? ''}${shift(node)}`;
}

/** A value that matters, quoted; `?` for one that does not. */
function shown({ label, operator, value }: Matcher, family: MetricFamily | undefined): string {
  const values = family?.labels[label];
  const anyValueWill = operator === '=' && value !== '' && values?.kind === 'open' && !hasVariable(value);
  return anyValueWill ? '?' : JSON.stringify(value);
}

function shift({ offset, at }: TimeShift): string {
  const time = typeof at === 'object' ? at.verbatim : at;
  return offset === undefined && at === undefined ? '' : ` offset ${offset} @ ${time}`;
}

function list(clause: object | undefined): string {
  return clause === undefined ? '' : JSON.stringify(clause);
}

const ids = new WeakMap<MetricFamily, number>();
let lastId = 0;

function idOf(family: MetricFamily): number {
  let id = ids.get(family);
  if (id === undefined) {
    lastId += 1;
    id = lastId;
    ids.set(family, id);
  }
  return id;
}
