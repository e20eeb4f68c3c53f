import { findVariables, hasVariable, isBuiltIn } from '../grafana-variable.js';
import { walk, type BinaryNode, type Grouping, type Node } from '../node.js';

/** The names of the dashboard variables in a query, wherever they stand. Grafana's own are left out. */
export function variablesUsed(node: Node): ReadonlySet<string> {
  const names = new Set<string>();
  const look = (text: string | undefined): void => {
    if (text === undefined || !hasVariable(text)) return;
    for (const { name } of findVariables(text)) if (!isBuiltIn(name)) names.add(name);
  };
  walk(node, (inner) => lookInto(inner, look, names));
  return names;
}

/** Looks at every text in a node that can hold a variable. */
function lookInto(node: Node, look: (text: string | undefined) => void, names: Set<string>): void {
  switch (node.kind) {
    case 'number':
    case 'unary':
      return;
    case 'variable':
      if (!isBuiltIn(node.name)) names.add(node.name);
      return;
    case 'string':
      return look(node.value);
    case 'selector':
      look(node.metric);
      look(node.range);
      look(node.offset);
      for (const { label, value } of node.matchers) {
        look(label);
        look(value);
      }
      return;
    case 'subquery':
      look(node.range);
      look(node.step);
      return look(node.offset);
    case 'call':
      return look(node.name);
    case 'aggregate':
      look(node.name);
      if (node.grouping !== undefined) for (const label of groupingLabels(node.grouping)) look(label);
      return;
    case 'binary':
      for (const label of matchingLabels(node)) look(label);
  }
}

function groupingLabels(grouping: Grouping): readonly string[] {
  return 'by' in grouping ? grouping.by : grouping.without;
}

function matchingLabels({ matching, group }: BinaryNode): readonly string[] {
  if (matching === undefined) return group?.include ?? [];
  return [...('on' in matching ? matching.on : matching.ignoring), ...(group?.include ?? [])];
}
