import { hasVariable } from '../grafana-variable.js';
import type { BinaryNode, Matcher, Node, SelectorNode } from '../node.js';
import { carriedLabels } from './labels.js';
import type { Lookup } from './lookup.js';
import { accepts } from './matcher-values.js';
import { matchedValues, pinnedValues } from './pinned-values.js';

/** Two matchers of one selector of which the second refuses all that the first lists. */
export function contradiction({ matchers }: SelectorNode): readonly [Matcher, Matcher] | undefined {
  for (const one of matchers) {
    const values = matchedValues(one);
    if (values === undefined) continue;
    const other = matchers.find(
      (candidate) =>
        candidate !== one &&
        candidate.label === one.label &&
        !hasVariable(candidate.value) &&
        values.every((value) => accepts(candidate, value) === false),
    );
    if (other !== undefined) return matchers.indexOf(one) < matchers.indexOf(other) ? [one, other] : [other, one];
  }
  return undefined;
}

interface Side {
  readonly name: 'left' | 'right';
  readonly pinned: ReadonlyMap<string, ReadonlySet<string>>;
  readonly carries: ReadonlySet<string>;
  readonly possible: ReadonlySet<string>;
  readonly others: boolean;
}

/** Why no series of the left finds one of the right; undefined where one may. */
export function joinConflict({ left, right, matching, fill }: BinaryNode, lookup: Lookup): string | undefined {
  if (fill !== undefined) return undefined;
  const names = matching === undefined ? [] : 'on' in matching ? matching.on : matching.ignoring;
  if (names.some(hasVariable)) return undefined;
  const [a, b] = [side('left', left, lookup), side('right', right, lookup)];
  const labels = new Set([...a.pinned.keys(), ...b.pinned.keys(), ...a.carries, ...b.carries]);
  for (const label of labels) {
    const isMatched = matching === undefined || names.includes(label) === 'on' in matching;
    const reason = isMatched ? (differs(label, a, b) ?? lacks(label, a, b) ?? lacks(label, b, a)) : undefined;
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function side(name: Side['name'], node: Node, lookup: Lookup): Side {
  const { labels, possible, others } = carriedLabels(node, lookup);
  return { name, pinned: pinnedValues(node), carries: labels, possible, others };
}

function differs(label: string, a: Side, b: Side): string | undefined {
  const [ours, theirs] = [a.pinned.get(label), b.pinned.get(label)];
  if (ours === undefined || theirs === undefined || ours.size === 0 || theirs.size === 0) return undefined;
  if ([...ours].some((value) => theirs.has(value))) return undefined;
  return `${label} is ${listed(ours)} on the left and ${listed(theirs)} on the right`;
}

function lacks(label: string, has: Side, lacking: Side): string | undefined {
  if (!has.carries.has(label) || has.pinned.get(label)?.has('') === true) return undefined;
  if (lacking.others || lacking.possible.has(label)) return undefined;
  return `the ${has.name} side has the label "${label}", which the ${lacking.name} side does not have`;
}

function listed(values: ReadonlySet<string>): string {
  return [...values].map((value) => `"${value}"`).join(' or ');
}
