import { isSame, parseQuery, rewrite, some } from './promql.mjs';

/**
 * The general corrections of queries. Each turns its pattern, of the legacy or of what is generated, into one form, so
 * that queries which differ in nothing else are equal. `apply` gets a node whose parts are rewritten already, and
 * returns undefined where it does not fit.
 */
const rewrites = [
  { id: 'G3', side: 'legacy', apply: presentInLegacy },
  { id: 'G3', side: 'now', apply: presentNow },
  { id: 'G1', side: 'legacy', apply: blindZero },
  { id: 'G1', side: 'now', apply: zeroWhileAlive },
  { id: 'G2', side: 'legacy', apply: blindZeroOfMeasurement },
  { id: 'G2', side: 'legacy', apply: zeroSeries },
  { id: 'G4', side: 'legacy', apply: clampedShare },
  { id: 'G4', side: 'now', apply: share },
  { id: 'G5', side: 'now', apply: measured },
];

/**
 * The general corrections that make two queries equal, by id: none where they are equal as they stand, undefined where
 * they stay different.
 *
 * @param isActive says whether a general correction is documented: another is not applied
 */
export function correctionsBetween(legacy, now, isActive) {
  const trees = { legacy: parseQuery(legacy), now: parseQuery(now) };
  if (trees.legacy === undefined || trees.now === undefined) return legacy === now ? [] : undefined;
  if (isSame(trees.legacy, trees.now)) return [];
  const used = new Set();
  const rewritten = Object.entries(trees).map(([side, tree]) =>
    rewrite(tree, (node) => {
      const fitting = rewrites.filter((rule) => rule.side === side && isActive(rule.id));
      for (const { id, apply } of fitting) {
        const result = apply(node);
        if (result === undefined) continue;
        used.add(id);
        return result;
      }
      return node;
    }),
  );
  return isSame(rewritten[0], rewritten[1]) ? [...used] : undefined;
}

/** `absent(x) or on() vector(0)`: 1 where the metric is missing. */
function presentInLegacy(node) {
  if (!isOr(node, isZero) || !isCall(node.left, 'absent')) return undefined;
  return { kind: 'present', of: node.left.args[0] };
}

/** `clamp_max(count(x), 1) or absent(x) * 0`: 1 where the metric is present. */
function presentNow(node) {
  if (!isOr(node, (right) => isTimesZero(right) && isCall(right.left, 'absent'))) return undefined;
  const [of] = node.right.left.args;
  const count = { kind: 'aggregate', name: 'count', args: [of], grouping: null };
  const expected = { kind: 'call', name: 'clamp_max', args: [count, { kind: 'number', value: 1 }] };
  return isSame(node.left, expected) ? { kind: 'present', of } : undefined;
}

/** `count or on() vector(0)`: 0 while nothing happened, and while nobody looks. */
function blindZero(node) {
  return isOr(node, isZero) && !isMeasurement(node.left) ? { kind: 'zero', of: node.left } : undefined;
}

/** `(count or vector(0)) and on () alive`: 0 while nothing happened and somebody looks. */
function zeroWhileAlive(node) {
  if (!isBinary(node, 'And') || !isOr(node.left, isZero) || !some(node.right, isWitness)) return undefined;
  return { kind: 'zero', of: node.left.left };
}

/** `quantile or on() vector(0)`: a p95 of 0 ms is a lie. */
function blindZeroOfMeasurement(node) {
  return isOr(node, isZero) && isMeasurement(node.left) ? node.left : undefined;
}

/** `x or on (reason) label_replace(vector(0), "reason", "none", "", "")`: a series that nobody exports. */
function zeroSeries(node) {
  return isOr(node, (right) => isCall(right, 'label_replace') && isZero(right.args[0])) ? node.left : undefined;
}

/** `a / clamp_min(b, 1e-9)`. */
function clampedShare(node) {
  if (!isBinary(node, 'Div') || !isCall(node.right, 'clamp_min') || node.right.args[1].value !== 1e-9) return undefined;
  return { ...node, right: node.right.args[0] };
}

/** `(a or b * 0) / (b > 0)`. */
function share(node) {
  if (!isBinary(node, 'Div') || !isBinary(node.right, 'Gtr') || node.right.right.value !== 0) return undefined;
  const whole = node.right.left;
  if (!isOr(node.left, (right) => isTimesZero(right) && isSame(right.left, whole))) return undefined;
  return { ...node, left: node.left.left, right: whole };
}

/** `quantile >= 0` and `a / b > -Inf`: what a NaN is not. */
function measured(node) {
  const isQuantile = isBinary(node, 'Gte') && isCall(node.left, 'histogram_quantile') && node.right.value === 0;
  const isRatio = isBinary(node, 'Gtr') && node.right.value === '-Inf';
  return isQuantile || isRatio ? node.left : undefined;
}

function isBinary(node, operator) {
  return node.kind === 'binary' && node.operator === operator;
}

function isOr(node, isRight) {
  return isBinary(node, 'Or') && isRight(node.right);
}

function isCall(node, name) {
  return node.kind === 'call' && node.name === name;
}

function isZero(node) {
  return isCall(node, 'vector') && node.args[0].value === 0;
}

function isTimesZero(node) {
  return isBinary(node, 'Mul') && node.right.value === 0;
}

/** Quantiles, ratios and ages: 0 is a value that somebody measured. */
function isMeasurement(node) {
  return some(node, (inner) => isCall(inner, 'histogram_quantile') || isCall(inner, 'time') || isBinary(inner, 'Div'));
}

/** `up`, or what a recording rule writes (its name has a colon). */
function isWitness(node) {
  return node.kind === 'Identifier' && (node.text === 'up' || node.text.includes(':'));
}
