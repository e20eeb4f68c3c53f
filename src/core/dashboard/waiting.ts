import type { MetricFamily } from '../model/metric.js';
import { walk, type Node } from '../promql/node.js';

/** A family that a panel asks and nobody exports yet, and the job that should export it. */
export interface Waiting {
  readonly family: string;
  readonly job: string;
}

/** The families that queries wait for, each family once, in the order they are written. */
export function waitingFor(nodes: readonly Node[]): readonly Waiting[] {
  const found = new Map<MetricFamily, Waiting>();
  for (const node of nodes) {
    walk(node, (inner) => {
      const family = inner.kind === 'selector' ? inner.family : undefined;
      if (family?.missing === undefined) return;
      found.set(family, { family: family.name, job: family.missing.producer.job });
    });
  }
  return [...found.values()];
}

/** The notes of a panel about what it waits for. */
export function waitingNotes(waiting: readonly Waiting[]): readonly string[] {
  return waiting.map(({ family, job }) => `Waiting for ${job}: nobody exports \`${family}\` yet.`);
}

/** The text that a panel shows in place of a value while all its queries wait; undefined where one does not. */
export function waitingText(nodes: readonly Node[]): string | undefined {
  if (nodes.length === 0 || nodes.some((node) => waitingFor([node]).length === 0)) return undefined;
  const jobs = new Set(waitingFor(nodes).map(({ job }) => job));
  return `waiting for ${[...jobs].join(', ')}`;
}
