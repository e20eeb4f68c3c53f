import { z } from 'zod';
import type { Transport } from '../transport.js';
import { fetchData } from './ask.js';

const rule = z
  .object({
    type: z.enum(['alerting', 'recording']),
    name: z.string(),
    query: z.string().default(''),
    health: z.string().default(''),
    lastError: z.string().default(''),
  })
  .readonly();

const shape = z.object({
  groups: z.array(z.object({ name: z.string(), file: z.string().default(''), rules: z.array(rule) })),
});

/** A rule that a server evaluates. */
export interface LoadedRule {
  readonly kind: 'alert' | 'record';
  readonly name: string;
  readonly group: string;
  readonly file: string;
  readonly expr: string;
  /** `ok`, `err` or `unknown`. */
  readonly health: string;
  /** Why the last evaluation failed; empty where it did not. */
  readonly lastError: string;
}

/** The rules that a server has loaded. */
export async function fetchRules(transport: Transport): Promise<readonly LoadedRule[]> {
  const { groups } = await fetchData(transport, { path: '/api/v1/rules' }, shape);
  return groups.flatMap(({ name: group, file, rules }) =>
    rules.map(({ type, name, query: expr, health, lastError }) => ({
      kind: type === 'alerting' ? ('alert' as const) : ('record' as const),
      name,
      group,
      file,
      expr,
      health,
      lastError,
    })),
  );
}
