import { carriedLabels } from '../../../promql/analyze/labels.js';
import { seriesOf, type Lookup } from '../../../promql/analyze/lookup.js';
import { pinnedValues } from '../../../promql/analyze/pinned-values.js';
import { isInstantVector } from '../../../promql/analyze/value-type.js';
import { hasVariable } from '../../../promql/grafana-variable.js';
import { walk, type BinaryNode, type Node } from '../../../promql/node.js';
import { isFilter, isSetOperation } from '../../../promql/operators.js';
import type { QueryCheck } from '../../check.js';
import { at, lookupOf } from '../../judge/known-problems.js';
import { selectorsIn } from '../../../document/find/series-in.js';

/** A join in which several series of one side have the labels of one of the other: Prometheus refuses to choose. */
export const joinDropsOrMultiplies: QueryCheck = {
  id: 'promql/join-drops-or-multiplies',
  severity: 'warning',
  summary: 'A join in which several series match one',
  looksAt: 'query',
  *check(query, _, context) {
    if (query.node === undefined) return;
    const joins: BinaryNode[] = [];
    walk(query.node, (node) => {
      if (node.kind === 'binary' && !isSetOperation(node) && isInstantVector(node.left) && isInstantVector(node.right))
        joins.push(node);
    });
    for (const node of joins) {
      for (const [name, labels] of manySides(node, lookupOf(context))) {
        yield {
          message: `the query fails where several series of the ${name} side differ only in ${labels.join(', ')}: "${node.operator}" matches without ${labels.length === 1 ? 'that label' : 'those labels'}`,
          ...at(query, node),
          fix: adviceFor(node, name),
        };
      }
    }
  },
};

/** The sides that must have one series for each of the other's, with the labels that tell more than one apart. */
function manySides(node: BinaryNode, lookup: Lookup): readonly (readonly ['left' | 'right', readonly string[]])[] {
  const { matching, group } = node;
  if (matching === undefined) return [];
  const names = 'on' in matching ? matching.on : matching.ignoring;
  if (names.some(hasVariable)) return [];
  const isMatched = (label: string): boolean => names.includes(label) === 'on' in matching;
  const sides = [
    ['left', node.left],
    ['right', node.right],
  ] as const;
  const found = sides.flatMap(([name, side]): readonly (readonly ['left' | 'right', readonly string[]])[] => {
    if (group?.side === name) return [];
    const labels = distinguishing(side, lookup).filter((label) => !isMatched(label));
    return labels.length === 0 ? [] : [[name, labels]];
  });
  return found;
}

/** The labels that can tell several series of a side apart; none where nothing is known. */
function distinguishing(node: Node, lookup: Lookup): readonly string[] {
  const { possible, others } = carriedLabels(node, lookup);
  // One series is what is asked for where a comparison or a ranking chooses it.
  if (others || isChosen(node)) return [];
  const pinned = pinnedValues(node);
  const declared = selectorsIn(node).map((selector) => seriesOf(selector, lookup)?.family.labels ?? {});
  return [...possible].filter((label) => {
    const isOne = pinned.get(label)?.size === 1 || declared.some((labels) => hasOneValue(labels[label]));
    const isMatchedByVariable = selectorsIn(node).some(({ matchers }) =>
      matchers.some((matcher) => matcher.label === label && matcher.operator === '=' && hasVariable(matcher.value)),
    );
    const isOfTarget = (label === 'job' || label === 'instance') && !isGroupedBy(node, label);
    return !isOne && !isOfTarget && !isMatchedByVariable;
  });
}

function hasOneValue(values: { readonly kind: string; readonly values?: readonly string[] } | undefined): boolean {
  return values?.values?.length === 1;
}

function isChosen(node: Node): boolean {
  return isFilter(node) || (node.kind === 'aggregate' && node.param !== undefined && node.name.endsWith('k'));
}

function isGroupedBy(node: Node, label: string): boolean {
  return (
    node.kind === 'aggregate' &&
    node.grouping !== undefined &&
    'by' in node.grouping &&
    node.grouping.by.includes(label)
  );
}

function adviceFor({ group }: BinaryNode, name: 'left' | 'right'): string {
  return group === undefined
    ? `aggregate the ${name} side by the labels that are matched, or say that it has many: group_${name}`
    : `aggregate the ${name} side by the labels that are matched: group_${group.side} takes one series of it for many`;
}
