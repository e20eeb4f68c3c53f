import { hasVariable } from '../grafana-variable.js';
import type { BinaryNode } from '../node.js';
import { carriedLabels, type CarriedLabels } from '../analyze/labels.js';
import { isInstantVector } from '../analyze/value-type.js';
import { listed, type ProblemFinder } from './finder.js';

/** An aggregation by, or without, a label that the expression inside does not carry. */
export const unknownGroupingLabel: ProblemFinder = (node, { lookup }) => {
  if (node.kind !== 'aggregate' || node.grouping === undefined) return [];
  const [[clause, names] = ['by', []]] = Object.entries(node.grouping) as readonly (readonly [
    string,
    readonly string[],
  ])[];
  const inside = carriedLabels(node.expr, lookup);
  return missing(names, inside).map(
    (name) =>
      `${node.name} ${clause} names the label "${name}", which the expression inside does not carry; it carries ${listed(inside.possible)}`,
  );
};

/** A vector matching on, ignoring or taking along a label that a side does not carry. */
export const unknownMatchingLabel: ProblemFinder = (node, { lookup }) => {
  if (node.kind !== 'binary' || (node.matching === undefined && node.group === undefined)) return [];
  if (!isInstantVector(node.left) || !isInstantVector(node.right)) return [];
  const sides: Sides = { left: carriedLabels(node.left, lookup), right: carriedLabels(node.right, lookup) };
  return [...ofMatching(node, sides), ...ofGroup(node, sides)];
};

interface Sides {
  readonly left: CarriedLabels;
  readonly right: CarriedLabels;
}

function ofMatching({ matching }: BinaryNode, { left, right }: Sides): readonly string[] {
  if (matching === undefined) return [];
  if ('ignoring' in matching) {
    const both = missing(matching.ignoring, left).filter((name) => missing([name], right).length > 0);
    return both.map((name) => `ignoring names the label "${name}", which neither side carries`);
  }
  return Object.entries({ left, right }).flatMap(([side, carried]) =>
    missing(matching.on, carried).map(
      (name) =>
        `on names the label "${name}", which the ${side} side does not carry; it carries ${listed(carried.possible)}`,
    ),
  );
}

function ofGroup({ group }: BinaryNode, { left, right }: Sides): readonly string[] {
  if (group === undefined) return [];
  const one = group.side === 'left' ? right : left;
  return missing(group.include, one).map(
    (name) =>
      `group_${group.side} takes the label "${name}", which the other side does not carry; it carries ${listed(one.possible)}`,
  );
}

function missing(names: readonly string[], { possible, others }: CarriedLabels): readonly string[] {
  return others ? [] : names.filter((name) => name !== '__name__' && !hasVariable(name) && !possible.has(name));
}
