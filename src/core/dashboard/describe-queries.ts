import type { MetricFamily } from '../model/metric.js';
import { children, type Node } from '../promql/node.js';

/**
 * The meaning of a panel's metrics, from their help: the description where the author gave none. Metrics that only say when
 * a value may be shown are left out.
 */
export function descriptionOf(nodes: readonly Node[]): string | undefined {
  const lines = new Set<string>();
  for (const node of nodes) describe(node, lines);
  return lines.size === 0 ? undefined : [...lines].join('\n\n');
}

function describe(node: Node, lines: Set<string>): void {
  if (node.kind === 'selector' && node.family !== undefined) lines.add(lineOf(node.family));
  else if (node.kind === 'binary' && node.guard === true) describe(node.left, lines);
  else for (const child of children(node)) describe(child, lines);
}

function lineOf(family: MetricFamily): string {
  return `\`${family.name}\`: ${family.help}`;
}
