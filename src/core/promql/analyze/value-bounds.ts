import { aggregationFacts } from '../functions.js';
import type { BinaryNode, CallNode, Node } from '../node.js';
import { isFilter } from '../operators.js';
import { constantValue } from './constant.js';
import { seriesOf, isCounter, type Lookup } from './lookup.js';
import { hasSeries } from './value-type.js';

/** The least and the greatest value that the samples of a query can have. NaN is not among them. */
export interface Bounds {
  readonly least: number;
  readonly greatest: number;
  /** True where the ends themselves are excluded. */
  readonly above?: boolean;
  readonly below?: boolean;
}

const anything: Bounds = { least: Number.NEGATIVE_INFINITY, greatest: Number.POSITIVE_INFINITY };
const notNegative: Bounds = { least: 0, greatest: Number.POSITIVE_INFINITY };
const atLeastOne: Bounds = { least: 1, greatest: Number.POSITIVE_INFINITY };
const one: Bounds = { least: 1, greatest: 1 };
const zeroOrOne: Bounds = { least: 0, greatest: 1 };

/** The bounds of a query's values, given the catalog. */
export function valueBounds(node: Node, lookup: Lookup): Bounds {
  const constant = constantValue(node);
  if (constant !== undefined && !Number.isNaN(constant)) return { least: constant, greatest: constant };
  switch (node.kind) {
    case 'selector': {
      const series = seriesOf(node, lookup);
      if (series === undefined) return anything;
      if (isCounter(series)) return notNegative;
      return series.family.unit === 'bool' ? zeroOrOne : anything;
    }
    case 'subquery':
      return valueBounds(node.expr, lookup);
    case 'call':
      return ofCall(node, lookup);
    case 'aggregate': {
      if (node.name === 'count' || node.name === 'count_values') return atLeastOne;
      if (node.name === 'group') return one;
      const inside = valueBounds(node.expr, lookup);
      if (node.name === 'sum')
        return inside.least >= 0 ? { ...inside, greatest: anything.greatest, below: false } : anything;
      const keeps = aggregationFacts(node.name)?.result === 'pick' || ['min', 'max', 'avg'].includes(node.name);
      return keeps ? inside : anything;
    }
    case 'binary':
      return ofBinary(node, lookup);
    default:
      return anything;
  }
}

const functions: Readonly<Record<string, Bounds>> = {
  absent: one,
  absent_over_time: one,
  present_over_time: one,
  count_over_time: atLeastOne,
  changes: notNegative,
  resets: notNegative,
  abs: notNegative,
  exp: notNegative,
  sqrt: notNegative,
  sgn: { least: -1, greatest: 1 },
  hour: { least: 0, greatest: 23 },
  minute: { least: 0, greatest: 59 },
  day_of_week: { least: 0, greatest: 6 },
  day_of_month: { least: 1, greatest: 31 },
  day_of_year: { least: 1, greatest: 366 },
  days_in_month: { least: 28, greatest: 31 },
  month: { least: 1, greatest: 12 },
};

const counterFunctions: ReadonlySet<string> = new Set(['rate', 'irate', 'increase']);
const handingOn: ReadonlySet<string> = new Set([
  'avg_over_time',
  'min_over_time',
  'max_over_time',
  'last_over_time',
  'label_replace',
  'label_join',
  'sort',
  'sort_desc',
]);

function ofCall(node: CallNode, lookup: Lookup): Bounds {
  const found = functions[node.name];
  if (found !== undefined) return found;
  const of = node.args.find((argument) => hasSeries(argument));
  if (of === undefined) return anything;
  const inside = valueBounds(of, lookup);
  // A gauge that falls below zero has negative rates.
  if (counterFunctions.has(node.name))
    return of.kind === 'selector' && isCounterByName(of.metric)
      ? notNegative
      : { ...notNegative, least: inside.least >= 0 ? 0 : anything.least };
  return handingOn.has(node.name) ? inside : anything;
}

function isCounterByName(name: string | undefined): boolean {
  return name !== undefined && /_(?:total|count|bucket)$/.test(name);
}

function ofBinary(node: BinaryNode, lookup: Lookup): Bounds {
  const { operator, left, right, bool } = node;
  if (bool === true) return zeroOrOne;
  const of = valueBounds(left, lookup);
  switch (operator) {
    case 'and':
    case 'unless':
      return of;
    case 'or': {
      const other = valueBounds(right, lookup);
      return { least: Math.min(of.least, other.least), greatest: Math.max(of.greatest, other.greatest) };
    }
    default:
      return isFilter(node) ? compared(node, of) : anything;
  }
}

/** The bounds that are left behind a comparison with a number on the right. */
function compared({ operator, right }: BinaryNode, of: Bounds): Bounds {
  const limit = constantValue(right);
  if (limit === undefined || Number.isNaN(limit)) return of;
  if (operator === '!=') return of;
  if (operator === '==') return intersection(of, { least: limit, greatest: limit });
  if (operator === '>' || operator === '>=')
    return intersection(of, { ...anything, least: limit, above: operator === '>' });
  return intersection(of, { ...anything, greatest: limit, below: operator === '<' });
}

/** The values within both bounds: none where the least is greater than the greatest. */
export function intersection(a: Bounds, b: Bounds): Bounds {
  const lower = a.least > b.least ? a : b;
  const upper = a.greatest < b.greatest ? a : b;
  const above = [a, b].some((bounds) => bounds.least === lower.least && bounds.above === true);
  const below = [a, b].some((bounds) => bounds.greatest === upper.greatest && bounds.below === true);
  return { least: lower.least, greatest: upper.greatest, above, below };
}

/** True where no value is within bounds. */
export function isEmpty({ least, greatest, above, below }: Bounds): boolean {
  if (least !== greatest) return least > greatest;
  return above === true || below === true;
}
