import type { MetricFamily } from '../../model/metric.js';
import { hasVariable } from '../grafana-variable.js';
import type { AggregateNode, BinaryNode, CallNode, Matching, Node, SelectorNode } from '../node.js';
import { aggregationFacts } from '../functions.js';
import { seriesOf, type Lookup, type Series } from './lookup.js';
import { canBeEmpty } from './matcher-values.js';
import { difference, intersection, union } from './sets.js';
import { hasSeries } from './value-type.js';
import { joinedLabel, replacedLabel, type WrittenLabel } from './written-label.js';

/** The labels of a query's series. `__name__` is not among them. */
export interface CarriedLabels {
  /** Every series certainly carries these. */
  readonly labels: ReadonlySet<string>;
  /** Series may carry these: `labels`, and those that only some series have. */
  readonly possible: ReadonlySet<string>;
  /** True where series may carry labels that nobody knows of: an unknown metric, a variable in the place of a label. */
  readonly others: boolean;
}

/** The labels that the series of a query carry, given the catalog. */
export function carriedLabels(node: Node, lookup: Lookup): CarriedLabels {
  switch (node.kind) {
    case 'number':
    case 'string':
    case 'variable':
      return none;
    case 'selector':
      return ofSelector(node, lookup);
    case 'subquery':
    case 'unary':
      return carriedLabels(node.expr, lookup);
    case 'call':
      return ofCall(node, lookup);
    case 'aggregate':
      return ofAggregate(node, lookup);
    case 'binary':
      return ofBinary(node, lookup);
  }
}

const none: CarriedLabels = { labels: new Set(), possible: new Set(), others: false };
const anything: CarriedLabels = { labels: new Set(), possible: new Set(), others: true };

function ofSelector(node: SelectorNode, lookup: Lookup): CarriedLabels {
  const series = seriesOf(node, lookup);
  if (series === undefined) {
    const matched = node.matchers.filter((matcher) => !hasVariable(matcher.label) && !canBeEmpty(matcher));
    return { ...certain(matched.map(({ label }) => label).filter((label) => label !== '__name__')), others: true };
  }
  return ofFamily(series);
}

/** Families do not change: their labels are worked out once. */
const known = { plain: new WeakMap<MetricFamily, CarriedLabels>(), bucket: new WeakMap<MetricFamily, CarriedLabels>() };

function ofFamily({ family, part }: Series): CarriedLabels {
  const cache = part === 'bucket' ? known.bucket : known.plain;
  const before = cache.get(family);
  if (before !== undefined) return before;
  const scraped = family.origin === 'recorded' ? [] : ['job', 'instance'];
  const declared = certain([...Object.keys(family.labels), ...scraped, ...(part === 'bucket' ? ['le'] : [])]);
  const carried = family.openLabels === true ? { ...declared, labels: new Set<string>(), others: true } : declared;
  cache.set(family, carried);
  return carried;
}

/** The labels that a function leaves to its vector, where it does not keep them all. */
const functions: Readonly<Record<string, (of: CarriedLabels, node: CallNode) => CarriedLabels>> = {
  absent: (_, node) => ofAbsent(node.args[0]),
  absent_over_time: (_, node) => ofAbsent(node.args[0]),
  histogram_quantile: (of) => without(of, ['le']),
  histogram_fraction: (of) => without(of, ['le']),
  histogram_quantiles: (of, node) => adding(without(of, ['le']), node.args[1]),
  info: (of) => ({ ...of, others: true }),
  label_join: (of, node) => writing(of, joinedLabel(node, of)),
  label_replace: (of, node) => writing(of, replacedLabel(node, of)),
  scalar: () => none,
  vector: () => none,
};

function ofCall(node: CallNode, lookup: Lookup): CarriedLabels {
  if (hasVariable(node.name)) return anything;
  const vector = node.args.find((argument) => hasSeries(argument));
  const of = vector === undefined ? none : carriedLabels(vector, lookup);
  return functions[node.name]?.(of, node) ?? of;
}

/** `absent(x{a="b"})` carries what is matched by `=`, once and not by nothing. */
function ofAbsent(of: Node | undefined): CarriedLabels {
  if (of?.kind !== 'selector') return none;
  // What a variable holds may name any label, and name one a second time.
  if (of.verbatim !== undefined) return anything;
  const matched = of.matchers.filter(({ label, operator, value }) => {
    const alone = of.matchers.filter((other) => other.label === label).length === 1;
    return alone && operator === '=' && value !== '' && label !== '__name__';
  });
  return certain(matched.map(({ label }) => label));
}

function ofAggregate(node: AggregateNode, lookup: Lookup): CarriedLabels {
  const of = carriedLabels(node.expr, lookup);
  if (hasVariable(node.name)) return anything;
  if (aggregationFacts(node.name)?.result === 'pick') return of;
  const { grouping = { by: [] } } = node;
  const folded = 'by' in grouping ? keeping(of, grouping.by) : without(of, grouping.without);
  const isDropped =
    'without' in grouping && node.param?.kind === 'string' && grouping.without.includes(node.param.value);
  return node.name === 'count_values' && !isDropped ? adding(folded, node.param) : folded;
}

function ofBinary(node: BinaryNode, lookup: Lookup): CarriedLabels {
  const left = carriedLabels(node.left, lookup);
  const right = carriedLabels(node.right, lookup);
  if (!hasSeries(node.left)) return hasSeries(node.right) ? right : none;
  if (!hasSeries(node.right) || node.operator === 'and' || node.operator === 'unless') return left;
  if (node.operator === 'or') {
    return {
      labels: intersection(left.labels, right.labels),
      possible: union(left.possible, right.possible),
      others: left.others || right.others,
    };
  }
  const { matching, group } = node;
  if (group !== undefined) {
    const [many, one] = group.side === 'left' ? [left, right] : [right, left];
    const taken = keeping(one, group.include);
    const kept = without(many, group.include);
    return {
      // What is filled in for a series that is missing has only the labels that are matched on.
      labels: node.fill === undefined ? union(kept.labels, taken.labels) : matchedLabels(kept, node.matching).labels,
      possible: union(kept.possible, taken.possible),
      others: kept.others || taken.others,
    };
  }
  if (matching === undefined) return left;
  // What both sides are matched on is equal, so what one of them certainly carries the result does.
  return matchedLabels('on' in matching ? both(left, right) : left, matching);
}

function matchedLabels(of: CarriedLabels, matching: Matching | undefined): CarriedLabels {
  if (matching === undefined) return of;
  return 'on' in matching ? keeping(of, matching.on) : without(of, matching.ignoring);
}

function both(left: CarriedLabels, right: CarriedLabels): CarriedLabels {
  return {
    labels: union(left.labels, right.labels),
    possible: union(left.possible, right.possible),
    others: left.others && right.others,
  };
}

function certain(names: readonly string[]): CarriedLabels {
  const labels = new Set(names);
  return { labels, possible: labels, others: false };
}

function keeping(of: CarriedLabels, names: readonly string[]): CarriedLabels {
  const kept = new Set(names.filter((name) => name !== '__name__' && !hasVariable(name)));
  return {
    labels: intersection(of.labels, kept),
    possible: of.others ? kept : intersection(of.possible, kept),
    others: names.some((name) => hasVariable(name)),
  };
}

function without(of: CarriedLabels, names: readonly string[]): CarriedLabels {
  const dropped = new Set(names);
  // A variable may drop any of them.
  if (names.some((name) => hasVariable(name))) return { ...of, labels: new Set() };
  return { ...of, labels: difference(of.labels, dropped), possible: difference(of.possible, dropped) };
}

function adding(of: CarriedLabels, name: Node | undefined): CarriedLabels {
  if (name?.kind !== 'string' || hasVariable(name.value)) return { ...of, others: true };
  const added = new Set([name.value]);
  return { ...of, labels: union(of.labels, added), possible: union(of.possible, added) };
}

function writing(of: CarriedLabels, { name, carried }: WrittenLabel): CarriedLabels {
  // What the variable names may have been overwritten with nothing.
  if (name === undefined) return { labels: new Set(), possible: of.possible, others: true };
  const written = new Set([name]);
  if (carried === 'never') return without(of, [name]);
  const kept = carried === 'maybe' ? difference(of.labels, written) : of.labels;
  return {
    labels: carried === 'always' ? union(kept, written) : kept,
    possible: union(of.possible, written),
    others: of.others,
  };
}
