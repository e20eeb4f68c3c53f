import type { BackfillSpec } from '../../core/simulate/backfill.js';

/** All that the history of a server is made of, as text: what producers export and how they behave, and when. */
export function historyFacts({ pack, server, scenario, from, to, denseFor }: BackfillSpec): string {
  const families = pack.metrics.map(({ family }) => family);
  const { datasource, producers } = server;
  const facts = [pack.targetHost, families, datasource, producers, scenario, from, to, denseFor];
  return JSON.stringify(facts, asFact);
}

/** The lines that declare something do not matter; numbers that JSON does not know do. */
function asFact(key: string, value: unknown): unknown {
  if (key === 'position') return undefined;
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}
