import { carriedLabels, type CarriedLabels } from '../../promql/analyze/labels.js';
import type { Lookup } from '../../promql/analyze/lookup.js';
import { valueType } from '../../promql/analyze/value-type.js';
import { hasVariable } from '../../promql/grafana-variable.js';
import type { Node } from '../../promql/node.js';
import { onceForShape } from './shape.js';

const noCatalog: Lookup = Object.assign(() => undefined, { names: [] });

/** The labels of a query's series, by the catalog, and by the query alone where there is none. */
export function queryLabels(node: Node, catalog: Lookup | undefined): CarriedLabels {
  const lookup = catalog ?? noCatalog;
  return onceForShape(node, lookup, () => carriedLabels(node, lookup));
}

/** Why a query cannot return a label. */
export interface LostLabel {
  /** Labels that it returns, where they are known. */
  readonly returned: readonly string[] | undefined;
  /** True where the query alone tells, and no catalog is needed. */
  readonly certain: boolean;
}

/** Why a query cannot return a label; undefined where it can, or may. */
export function lostLabel(node: Node, label: string, catalog: Lookup | undefined): LostLabel | undefined {
  if (label === '__name__') return undefined; // what carries a name is a question of its own
  const alone = queryLabels(node, undefined);
  if (!alone.others && !alone.possible.has(label)) return { returned: [...alone.possible], certain: true };
  if (isDropped(node, label)) return { returned: undefined, certain: true };
  const known = queryLabels(node, catalog);
  return known.others || known.possible.has(label) ? undefined : { returned: [...known.possible], certain: false };
}

/** True where the last thing that a query does to its labels is to drop this one. */
function isDropped(node: Node, label: string): boolean {
  if (node.kind === 'unary') return isDropped(node.expr, label);
  if (node.kind === 'binary' && valueType(node.right) === 'scalar') return isDropped(node.left, label);
  if (node.kind === 'binary' && valueType(node.left) === 'scalar') return isDropped(node.right, label);
  if (node.kind !== 'aggregate' || hasVariable(node.name) || node.grouping === undefined) return false;
  if (!('without' in node.grouping) || ['topk', 'bottomk', 'limitk', 'limit_ratio'].includes(node.name)) return false;
  const isCounted = node.name === 'count_values' && node.param?.kind === 'string' && node.param.value === label;
  return !isCounted && node.grouping.without.includes(label);
}
