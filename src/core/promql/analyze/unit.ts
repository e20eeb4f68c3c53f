import type { BaseUnit, ResultUnit } from '../../model/unit.js';
import { aggregationFacts, functionFacts, type UnitRule } from '../functions.js';
import { walk, type AggregateNode, type BinaryNode, type CallNode, type Node } from '../node.js';
import { seriesOf, type Lookup, type Series } from './lookup.js';
import { add, divide, either, isConstant, isSame, multiply, type Term } from './unit-arithmetic.js';
import { valueType } from './value-type.js';

/**
 * The unit of a query's result, from the units that the catalog declares. Counters without a unit count things. A bare
 * number has no unit and is `unknown`.
 */
export function unitOf(node: Node, lookup: Lookup): ResultUnit {
  const term = termOf(node, lookup);
  return isConstant(term) ? 'unknown' : term;
}

function termOf(node: Node, lookup: Lookup): Term {
  switch (node.kind) {
    case 'number':
      return { constant: true, value: node.value };
    case 'variable':
      return { constant: true };
    case 'string':
      return 'unknown';
    case 'selector':
      return ofSeries(seriesOf(node, lookup));
    case 'subquery':
      return termOf(node.expr, lookup);
    case 'call':
      return ofCall(node, lookup);
    case 'aggregate':
      return ofAggregate(node, lookup);
    case 'binary':
      return ofBinary(node, lookup);
    case 'unary': {
      const term = termOf(node.expr, lookup);
      return isConstant(term) && term.value !== undefined ? { constant: true, value: -term.value } : term;
    }
  }
}

function ofSeries(series: Series | undefined): ResultUnit {
  if (series === undefined) return 'unknown';
  const { family, part } = series;
  const { unit, type } = family;
  if (part === 'bucket' || part === 'count') {
    return { base: unit === 'requests' || unit === 'events' ? unit : 'count' };
  }
  if (unit !== undefined) return { base: unit };
  return type === 'counter' ? { base: 'count' } : 'unknown';
}

/** The units that functions and aggregations return, where their rule in the table does not say it. */
const results: Readonly<Record<string, BaseUnit>> = {
  absent: 'bool',
  absent_over_time: 'bool',
  changes: 'count',
  count: 'count',
  count_over_time: 'count',
  count_values: 'count',
  histogram_count: 'count',
  histogram_fraction: 'ratio',
  present_over_time: 'bool',
  resets: 'count',
};

/** The unit that results where adding, averaging or subtracting does not keep it. */
const conversions: Readonly<Record<string, Partial<Record<BaseUnit, BaseUnit>>>> = {
  avg: { bool: 'ratio' },
  avg_over_time: { bool: 'ratio' },
  delta: { unixSeconds: 'seconds' },
  idelta: { unixSeconds: 'seconds' },
  stddev: { unixSeconds: 'seconds' },
  stddev_over_time: { unixSeconds: 'seconds' },
  sum: { bool: 'count' },
  sum_over_time: { bool: 'count' },
};

function ofCall(node: CallNode, lookup: Lookup): Term {
  const { name, args } = node;
  const of = args.find((argument) => valueType(argument).endsWith('vector')) ?? args[0];
  if (name === 'histogram_quantile' || name === 'histogram_quantiles') return observed(of, lookup);
  const term = of === undefined ? 'unknown' : termOf(of, lookup);
  if (name === 'vector' || name === 'scalar') return term;
  if (name === 'pi') return { constant: true, value: Math.PI };
  return applied(name, functionFacts(name)?.unit ?? 'none', term);
}

function ofAggregate(node: AggregateNode, lookup: Lookup): Term {
  if (node.name === 'group') return { constant: true, value: 1 };
  return applied(node.name, aggregationFacts(node.name)?.unit ?? 'none', termOf(node.expr, lookup));
}

function applied(name: string, rule: UnitRule, term: Term): Term {
  const result = results[name];
  if (result !== undefined) return { base: result };
  if (rule === 'seconds' || rule === 'unixSeconds') return { base: rule };
  if (rule === 'none') return 'unknown';
  if (isConstant(term) || term === 'unknown') return term;
  if (rule === 'perSecond')
    return isRated(term.base) && term.per === undefined ? { base: term.base, per: 'second' } : 'unknown';
  const converted = conversions[name]?.[term.base];
  return converted === undefined ? term : { base: converted };
}

/** True where so much of it per second makes sense. */
function isRated(base: BaseUnit): boolean {
  return !['unixSeconds', 'unixMilliseconds', 'ratio', 'percent', 'bool'].includes(base);
}

/** The unit of what a histogram observes: that of its family, whatever was done to its buckets. */
function observed(of: Node | undefined, lookup: Lookup): ResultUnit {
  const units = new Set<BaseUnit | undefined>();
  if (of !== undefined) {
    walk(of, (inner) => {
      if (inner.kind === 'selector') units.add(seriesOf(inner, lookup)?.family.unit);
    });
  }
  const [unit] = units;
  return units.size === 1 && unit !== undefined ? { base: unit } : 'unknown';
}

function ofBinary(node: BinaryNode, lookup: Lookup): Term {
  const right = termOf(node.right, lookup);
  if (node.operator === '/' && node.left.kind === 'binary' && node.left.operator === '*')
    return ofQuotient(node.left, right, lookup);
  const left = termOf(node.left, lookup);
  switch (node.operator) {
    case '*':
      return multiply(left, right);
    case '/':
      return divide(left, right);
    case '+':
    case '-':
      return add(node.operator, left, right);
    case '%':
      return isConstant(right) || isSame(left, right) ? left : 'unknown';
    case '^':
    case 'atan2':
      return 'unknown';
    case 'or':
      return either(left, right);
    case 'and':
    case 'unless':
      return left;
    default:
      if (node.bool === true) return { base: 'bool' };
      return valueType(node.left) === 'scalar' ? right : left;
  }
}

/** `100 * a / b` is `100 * (a / b)`, in which the units of `a` and `b` meet. */
function ofQuotient(product: BinaryNode, right: Term, lookup: Lookup): Term {
  const [one, other] = [termOf(product.left, lookup), termOf(product.right, lookup)];
  const unit = isConstant(one) ? multiply(one, divide(other, right)) : multiply(divide(one, right), other);
  const hasFactor = isConstant(one) !== isConstant(other);
  return hasFactor && unit !== 'unknown' ? unit : divide(multiply(one, other), right);
}
