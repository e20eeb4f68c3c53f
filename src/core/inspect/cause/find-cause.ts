import type { BinaryNode, CallNode, Node } from '../../promql/node.js';
import { isFilter } from '../../promql/operators.js';
import { hasSeries, valueType } from '../../promql/analyze/value-type.js';
import { print } from '../../promql/print.js';
import type { Cause } from './cause.js';
import type { CauseContext } from './context.js';
import { downCause } from './down-cause.js';
import { isEmpty } from './is-empty.js';
import { sampleCause } from './sample-cause.js';
import { selectorCause } from './selector-cause.js';

/** Finds why a query returns nothing, or nothing but NaN: the innermost part of it that already does. */
export async function findCause(node: Node, context: CauseContext): Promise<Cause> {
  switch (node.kind) {
    case 'selector':
      return selectorCause(node, context);
    case 'aggregate':
    case 'subquery':
    case 'unary':
      return findCause(node.expr, context);
    case 'call':
      return callCause(node, context);
    case 'binary':
      return binaryCause(node, context);
    default:
      return unknown;
  }
}

const unknown: Cause = {
  kind: 'unknown',
  sentence: 'every part of the query has data, and the whole has none',
  next: 'ask its parts one by one on the server',
};

async function callCause(node: CallNode, context: CauseContext): Promise<Cause> {
  if (node.name === 'absent' || node.name === 'absent_over_time') {
    const [of] = node.args;
    return {
      kind: 'filtered',
      sentence: `${of === undefined ? 'it' : short(of)} is there, so that ${node.name}() is empty`,
      next: 'nothing, where this shows what is missing',
    };
  }
  for (const argument of node.args) {
    if (!hasSeries(argument)) continue;
    const isRange = valueType(argument) === 'range vector';
    const counted: Node = isRange ? { kind: 'call', name: 'count_over_time', args: [argument] } : argument;
    if (await isEmpty(counted, context)) return findCause(argument, context);
    if (isRange && argument.kind === 'selector') return sampleCause(argument, context);
  }
  // VictoriaMetrics leaves out what Prometheus gives as NaN.
  if (node.name === 'histogram_quantile') return nothingDivided(node);
  return (await nothingMeasured(node, context)) ?? unknown;
}

async function binaryCause(node: BinaryNode, context: CauseContext): Promise<Cause> {
  const { operator, left, right } = node;
  if (hasSeries(left) && (await isEmpty(left, context))) return findCause(left, context);
  const isEmptyRight =
    operator !== 'or' && operator !== 'unless' && hasSeries(right) && (await isEmpty(right, context));
  if (isEmptyRight) {
    const cause = await findCause(right, context);
    if (operator !== '/' || cause.kind !== 'filtered') return cause;
    return {
      kind: 'divided-by-nothing',
      sentence: `division by nothing: ${short(right)} has no value in the window`,
      next: 'nothing happened that could be measured: see that there is traffic, or take a longer --window',
    };
  }
  if (operator === 'unless' || operator === 'and') {
    return {
      kind: 'filtered',
      sentence: `"${operator}" lets nothing of ${short(left)} through`,
      next: 'nothing, where it should; else look at which labels both sides have',
    };
  }
  if (isFilter(node)) {
    return (
      (await nothingMeasured(left, context)) ??
      (await downCause(left, context)) ?? {
        kind: 'filtered',
        sentence: `no value of ${short(left)} is ${operator} ${short(right)}`,
        next: 'nothing, where the query shows what is out of order; else correct the threshold',
      }
    );
  }
  const nan = (await nothingMeasured(left, context)) ?? (await nothingMeasured(node, context));
  if (nan !== undefined) return nan;
  if (operator === '/' && (await isZero(right, context))) return nothingDivided(node);
  return {
    kind: 'no-match',
    sentence: `the series of ${short(left)} and of ${short(right)} have no labels in common: "${operator}" pairs none`,
    next: 'say with on (…) or ignoring (…) which labels pair them',
  };
}

/** Where every value is NaN, nothing was divided by nothing. */
async function nothingMeasured(node: Node, context: CauseContext): Promise<Cause | undefined> {
  if (!hasSeries(node) || (await isEmpty(node, context))) return undefined;
  const measured: Node = { kind: 'binary', operator: '>=', left: node, right: minusInfinity };
  return (await isEmpty(measured, context)) ? nothingDivided(node) : undefined;
}

function nothingDivided(node: Node): Cause {
  return {
    kind: 'divided-by-nothing',
    sentence: `${short(node)} has no value: nothing is divided by nothing, since nothing happened in the window`,
    next: 'see that there is traffic, or take a longer --window',
  };
}

async function isZero(node: Node, context: CauseContext): Promise<boolean> {
  return isEmpty({ kind: 'binary', operator: '!=', left: node, right: { kind: 'number', value: 0 } }, context);
}

const minusInfinity: Node = {
  kind: 'unary',
  operator: '-',
  expr: { kind: 'number', value: Number.POSITIVE_INFINITY },
};

const longest = 120;

function short(node: Node): string {
  const text = print(node);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
