import { findVariables, hasVariable, isBuiltIn } from '../grafana-variable.js';
import { walk, type BinaryNode, type Grouping, type Node, type TimeShift } from '../node.js';

/** The names of the dashboard variables in a query, wherever they stand. Grafana's own are left out. */
export function variablesUsed(node: Node): ReadonlySet<string> {
  const names = new Set<string>();
  const look = (text: string | undefined): void => {
    if (text === undefined || !hasVariable(text)) return;
    for (const { name } of findVariables(text)) if (!isBuiltIn(name)) names.add(name);
  };
  walk(node, (inner) => lookInto(inner, look));
  return names;
}

/** Looks at every text in a node that can hold a variable. */
function lookInto(node: Node, look: (text: string | undefined) => void): void {
  switch (node.kind) {
    case 'number':
    case 'unary':
      return;
    case 'variable':
      return look(node.verbatim ?? `$${node.name}`);
    case 'string':
      return look(node.value);
    case 'selector':
      look(node.metric);
      look(node.range);
      for (const { label, value } of node.matchers) {
        look(label);
        look(value);
      }
      for (const text of node.verbatim ?? []) look(text);
      return lookIntoTime(node, look);
    case 'subquery':
      look(node.range);
      look(node.step);
      return lookIntoTime(node, look);
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

function lookIntoTime({ offset, at }: TimeShift, look: (text: string | undefined) => void): void {
  look(offset);
  if (typeof at === 'object') look(at.verbatim);
}

function groupingLabels(grouping: Grouping): readonly string[] {
  return 'by' in grouping ? grouping.by : grouping.without;
}

function matchingLabels({ matching, group }: BinaryNode): readonly string[] {
  if (matching === undefined) return group?.include ?? [];
  return [...('on' in matching ? matching.on : matching.ignoring), ...(group?.include ?? [])];
}
