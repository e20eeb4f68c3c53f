import type { BaseUnit, ResultUnit, Unit } from '../../model/unit.js';

/** A bare number, which has no unit: `value` where it is written in the query. */
export interface Constant {
  readonly constant: true;
  readonly value?: number;
}

/** The unit of a part of a query, or that it is a bare number. */
export type Term = ResultUnit | Constant;

/** True where a term is a bare number. */
export function isConstant(term: Term): term is Constant {
  return typeof term === 'object' && 'constant' in term;
}

/** True where two terms have one unit, which is known. */
export function isSame(left: Term, right: Term): boolean {
  if (left === 'unknown' || right === 'unknown' || isConstant(left) || isConstant(right)) return false;
  return left.base === right.base && left.per === right.per;
}

/** The unit that multiplying by a number gives. Dividing by it is the way back. */
const scales: readonly { readonly factor: number; readonly from: Unit; readonly to: Unit }[] = [
  { factor: 100, from: { base: 'ratio' }, to: { base: 'percent' } },
  { factor: 1000, from: { base: 'seconds' }, to: { base: 'milliseconds' } },
  { factor: 60, from: { base: 'minutes' }, to: { base: 'seconds' } },
  { factor: 1000, from: { base: 'unixSeconds' }, to: { base: 'unixMilliseconds' } },
];

/** The unit of `left * right`. */
export function multiply(left: Term, right: Term): Term {
  if (isConstant(left) && isConstant(right)) return constant(left, right, (a, b) => a * b);
  if (isConstant(left)) return scale(right, left.value);
  if (isConstant(right)) return scale(left, right.value);
  if (left === 'unknown' || right === 'unknown') return 'unknown';
  if (isShare(left)) return right;
  if (isShare(right)) return left;
  if (left.per === 'second' && isDuration(right)) return { base: left.base };
  if (right.per === 'second' && isDuration(left)) return { base: right.base };
  return 'unknown';
}

/** The unit of `left / right`. */
export function divide(left: Term, right: Term): Term {
  if (isConstant(left) && isConstant(right)) return constant(left, right, (a, b) => a / b);
  if (isConstant(right)) return scale(left, right.value === undefined ? undefined : 1 / right.value);
  if (isConstant(left) || left === 'unknown' || right === 'unknown') return 'unknown';
  if (isSame(left, right)) return { base: 'ratio' };
  // Seconds of requests by requests: an average.
  if (left.per === right.per && isCount(right.base) && !isCount(left.base)) return { base: left.base };
  if (left.per === undefined && isDuration(right)) return { base: left.base, per: 'second' };
  return 'unknown';
}

/** The unit of `left + right` or `left - right`. */
export function add(operator: '+' | '-', left: Term, right: Term): Term {
  if (isConstant(left) && isConstant(right)) return constant(left, right, (a, b) => (operator === '+' ? a + b : a - b));
  if (isConstant(left)) return right;
  if (isConstant(right)) return left;
  if (left === 'unknown' || right === 'unknown') return 'unknown';
  if (isTime(left) && isTime(right)) return operator === '-' ? { base: 'seconds' } : 'unknown';
  if (isTime(left) && isDuration(right)) return left;
  if (isTime(right) && isDuration(left) && operator === '+') return right;
  if (isSame(left, right) && left.base === 'bool') return operator === '+' ? { base: 'count' } : 'unknown';
  return isSame(left, right) ? left : 'unknown';
}

/** The unit of what is one or the other. */
export function either(left: Term, right: Term): Term {
  if (isConstant(left)) return right;
  return isConstant(right) || isSame(left, right) ? left : 'unknown';
}

function scale(term: Term, factor: number | undefined): Term {
  if (isConstant(term) || term === 'unknown' || factor === undefined) return 'unknown';
  if (factor === 1 || factor === 0) return term;
  if (term.per === 'second' && factor === 60) return { base: term.base, per: 'minute' };
  if (term.per === 'minute' && factor === 1 / 60) return { base: term.base, per: 'second' };
  for (const { factor: forward, from, to } of scales) {
    if (factor === forward && isSame(term, from)) return to;
    if (factor === 1 / forward && isSame(term, to)) return from;
  }
  return 'unknown';
}

function constant(left: Constant, right: Constant, compute: (left: number, right: number) => number): Constant {
  const isKnown = left.value !== undefined && right.value !== undefined;
  return isKnown ? { constant: true, value: compute(left.value, right.value) } : { constant: true };
}

function isShare({ base, per }: Unit): boolean {
  return per === undefined && (base === 'ratio' || base === 'bool');
}

function isDuration({ base, per }: Unit): boolean {
  return per === undefined && base === 'seconds';
}

function isTime({ base, per }: Unit): boolean {
  return per === undefined && base === 'unixSeconds';
}

function isCount(base: BaseUnit): boolean {
  return base === 'count' || base === 'requests' || base === 'events';
}
