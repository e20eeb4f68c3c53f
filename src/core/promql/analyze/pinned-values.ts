import { hasVariable } from '../grafana-variable.js';
import { aggregationFacts, functionFacts } from '../functions.js';
import type { AggregateNode, BinaryNode, CallNode, Matcher, Node, SelectorNode } from '../node.js';
import { accepts, listedValues } from './matcher-values.js';
import { hasSeries, isInstantVector } from './value-type.js';

/** The values that labels of a result can only have, where its selectors list them; `''` is a series without it. */
export type PinnedValues = ReadonlyMap<string, ReadonlySet<string>>;

const none: PinnedValues = new Map();

/** The labels of a query's series whose values are certain from the query alone. */
export function pinnedValues(node: Node): PinnedValues {
  switch (node.kind) {
    case 'selector':
      return ofSelector(node);
    case 'subquery':
    case 'unary':
      return pinnedValues(node.expr);
    case 'call':
      return ofCall(node);
    case 'aggregate':
      return ofAggregate(node);
    case 'binary':
      return ofBinary(node);
    default:
      return none;
  }
}

function ofSelector({ matchers }: SelectorNode): PinnedValues {
  const pinned = new Map<string, ReadonlySet<string>>();
  for (const matcher of matchers) {
    const values = matchedValues(matcher);
    if (matcher.label === '__name__' || values === undefined || pinned.has(matcher.label)) continue;
    const others = matchers.filter((other) => other.label === matcher.label && !hasVariable(other.value));
    pinned.set(
      matcher.label,
      new Set(values.filter((value) => others.every((other) => accepts(other, value) !== false))),
    );
  }
  return pinned;
}

/** The values that a matcher lists; undefined where it is a pattern, an exclusion or a variable. */
export function matchedValues({ label, operator, value }: Matcher): readonly string[] | undefined {
  if (hasVariable(value) || hasVariable(label)) return undefined;
  if (operator === '=') return [value];
  return operator === '=~' ? listedValues(value) : undefined;
}

/** Functions whose result has labels of its own, or whose labels a string in the query names. */
const relabelling: ReadonlySet<string> = new Set([
  'label_replace',
  'label_join',
  'absent',
  'absent_over_time',
  'info',
  'vector',
  'scalar',
]);

function ofCall(node: CallNode): PinnedValues {
  if (functionFacts(node.name) === undefined) return none;
  const vector = node.args.find((argument) => hasSeries(argument));
  if (vector === undefined) return none;
  if (!relabelling.has(node.name)) return pinnedValues(vector);
  const [, target] = node.args;
  const isNamed =
    (node.name === 'label_replace' || node.name === 'label_join') &&
    target?.kind === 'string' &&
    !hasVariable(target.value);
  return isNamed ? filtered(pinnedValues(vector), (label) => label !== target.value) : none;
}

function ofAggregate({ name, expr, grouping = { by: [] } }: AggregateNode): PinnedValues {
  const facts = aggregationFacts(name);
  if (facts === undefined || name === 'count_values') return none;
  if (facts.result === 'pick') return pinnedValues(expr);
  const names = 'by' in grouping ? grouping.by : grouping.without;
  if (names.some(hasVariable)) return none;
  return filtered(pinnedValues(expr), (label) => names.includes(label) === 'by' in grouping);
}

function ofBinary({ operator, left, right, matching, group, fill }: BinaryNode): PinnedValues {
  if (fill !== undefined) return none;
  if (!isInstantVector(right)) return pinnedValues(left);
  if (!isInstantVector(left)) return pinnedValues(right);
  if (operator === 'and' || operator === 'unless') return pinnedValues(left);
  if (operator === 'or') return none;
  if (group !== undefined) {
    return filtered(pinnedValues(group.side === 'left' ? left : right), (label) => !group.include.includes(label));
  }
  if (matching === undefined) return pinnedValues(left);
  if ('on' in matching) return filtered(pinnedValues(left), (label) => matching.on.includes(label));
  return filtered(pinnedValues(left), (label) => !matching.ignoring.includes(label));
}

function filtered(values: PinnedValues, keeps: (label: string) => boolean): PinnedValues {
  return new Map([...values].filter(([label]) => keeps(label)));
}
