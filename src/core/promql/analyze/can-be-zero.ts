import type { BinaryNode, CallNode, ComparisonOperator, Node } from '../node.js';
import { holds, isFilter } from '../operators.js';
import { constantValue } from './constant.js';
import { valueType } from './value-type.js';

/**
 * True where a vector is zero while nothing happens: rates and increases, and what is made of them, unless something
 * keeps zero out. Of anything else nothing is claimed: false.
 */
export function isZeroWhenIdle(node: Node): boolean {
  const constant = constantValue(node);
  if (constant !== undefined) return constant === 0;
  switch (node.kind) {
    case 'call':
      return ofCall(node);
    case 'aggregate':
      return folds.has(node.name) && isZeroWhenIdle(node.expr);
    case 'binary':
      return ofBinary(node);
    case 'unary':
    case 'subquery':
      return isZeroWhenIdle(node.expr);
    default:
      return false;
  }
}

const folds: ReadonlySet<string> = new Set(['sum', 'avg', 'min', 'max', 'quantile', 'topk', 'bottomk']);
const changes: ReadonlySet<string> = new Set(['rate', 'irate', 'increase', 'changes', 'resets']);
const keepZero: ReadonlySet<string> = new Set([
  'abs',
  'ceil',
  'floor',
  'round',
  'sqrt',
  'sgn',
  'scalar',
  'label_replace',
  'label_join',
  'sort',
  'sort_desc',
  'clamp_max',
  'avg_over_time',
  'max_over_time',
  'min_over_time',
  'sum_over_time',
  'last_over_time',
  'quantile_over_time',
]);

function ofCall({ name, args }: CallNode): boolean {
  if (changes.has(name)) return true;
  const of = args.find((argument) => valueType(argument) !== 'string' && valueType(argument) !== 'scalar');
  if (of === undefined) return false;
  const limit = args[1] === undefined ? undefined : constantValue(args[1]);
  if (name === 'clamp_min' || name === 'clamp') return limit !== undefined && limit <= 0 && isZeroWhenIdle(of);
  return keepZero.has(name) && isZeroWhenIdle(of);
}

function ofBinary(node: BinaryNode): boolean {
  const { operator, left, right } = node;
  const limit = constantValue(right);
  switch (operator) {
    case '+':
      return isZeroWhenIdle(left) && isZeroWhenIdle(right);
    case '*':
      return isZeroWhenIdle(left) || isZeroWhenIdle(right);
    case 'or':
      return isZeroWhenIdle(left) || isZeroWhenIdle(right);
    case '/':
    case 'and':
    case 'unless':
      return isZeroWhenIdle(left);
    default:
      return isFilter(node) && isZeroWhenIdle(left) && letsZeroThrough(node.operator, limit);
  }
}

/**
 * Of a limit that nobody knows here, `<` and `<=` are taken to be above 0, and no other comparison to let it through.
 */
function letsZeroThrough(operator: ComparisonOperator, limit: number | undefined): boolean {
  return limit === undefined ? operator === '<' || operator === '<=' : holds(0, operator, limit);
}
