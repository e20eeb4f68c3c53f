import type { Lookup } from '../../promql/analyze/lookup.js';
import { pinnedValues } from '../../promql/analyze/pinned-values.js';
import { findVariables } from '../../promql/grafana-variable.js';
import { walk, type Node } from '../../promql/node.js';
import { queryLabels } from './query-labels.js';

/**
 * The labels in which the series of a query differ: those that it may carry and that neither a matcher pins to one value nor a viewer
 * chooses.
 * `others` tells whether more may be among them than are known.
 */
export function differingLabels(
  node: Node,
  catalog: Lookup | undefined,
): { readonly labels: readonly string[]; readonly others: boolean } {
  const { possible, others } = queryLabels(node, catalog);
  const pinned = pinnedValues(node);
  const chosen = chosenLabels(node);
  return {
    labels: [...possible].filter(
      (label) => label !== '__name__' && pinned.get(label)?.size !== 1 && !chosen.has(label),
    ),
    others,
  };
}

/** The labels that variables filter: a viewer chooses one value, or knows that there are several. */
function chosenLabels(node: Node): ReadonlySet<string> {
  const found = new Set<string>();
  walk(node, (inner) => {
    if (inner.kind !== 'selector') return;
    for (const { label, value } of inner.matchers) if (findVariables(value).length > 0) found.add(label);
  });
  return found;
}
