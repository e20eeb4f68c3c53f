import { findVariables, isBuiltIn } from '../grafana-variable.js';
import { walk, type Node } from '../node.js';

/** The names of the dashboard variables in a query, wherever they stand. Grafana's own are left out. */
export function variablesUsed(node: Node): ReadonlySet<string> {
  const names = new Set<string>();
  walk(node, (inner) => {
    if (inner.kind === 'variable') names.add(inner.name);
    for (const text of texts(inner)) {
      for (const { name } of findVariables(text)) names.add(name);
    }
  });
  for (const name of names) if (isBuiltIn(name)) names.delete(name);
  return names;
}

/** The text in a node that can hold a variable. */
function texts(node: Node): readonly string[] {
  switch (node.kind) {
    case 'number':
    case 'variable':
    case 'unary':
      return [];
    case 'string':
      return [node.value];
    case 'selector':
      return [
        ...present(node.metric, node.range, node.offset),
        ...node.matchers.flatMap(({ label, value }) => [label, value]),
      ];
    case 'subquery':
      return present(node.range, node.step, node.offset);
    case 'call':
      return [node.name];
    case 'aggregate':
      return [node.name, ...(node.grouping === undefined ? [] : Object.values(node.grouping).flat())];
    case 'binary':
      return [...Object.values(node.matching ?? {}).flat(), ...(node.group?.include ?? [])];
  }
}

function present(...values: readonly (string | undefined)[]): readonly string[] {
  return values.filter((value) => value !== undefined);
}
