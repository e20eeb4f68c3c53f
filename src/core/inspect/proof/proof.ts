import type { AuditedQuery } from '../audit/audited.js';

/**
 * The outcome of a query: it has data whatever is chosen; it has data only under a scenario, and has it there; it asks
 * what nobody exports yet, or what only a server of others may have; nobody asks for it here, since it is no Prometheus
 * query or is hidden; or it is not as it should be.
 */
export type Verdict = 'data' | 'only in' | 'waiting' | 'elsewhere' | 'not asked' | 'failed';

/** A query, and what it came to. */
export interface QueryProof {
  readonly query: AuditedQuery;
  /** Within its dashboard: `row/panel:A`, `$variable`, the name of an annotation; or the name of a rule. */
  readonly place: string;
  readonly verdict: Verdict;
  /** Where it has data: the name of the scenario. */
  readonly scenario?: string;
  /** Why it is not asked, what it waits for, or what is wrong. */
  readonly reasons: readonly string[];
  /** As it was asked last. */
  readonly asked?: string | undefined;
}

/** How many queries came to what. */
export type ProofTotals = Readonly<Record<Verdict, number>> & { readonly queries: number };

/** Adds up. */
export function proofTotals(proofs: readonly QueryProof[]): ProofTotals {
  const count = (verdict: Verdict): number => proofs.filter((each) => each.verdict === verdict).length;
  return {
    queries: proofs.length,
    data: count('data'),
    'only in': count('only in'),
    waiting: count('waiting'),
    elsewhere: count('elsewhere'),
    'not asked': count('not asked'),
    failed: count('failed'),
  };
}

/**
 * The share of the Prometheus queries that were shown to have data, in per cent with one decimal, never rounded up;
 * undefined where there is none.
 */
export function shownShare({ queries, data, 'only in': only, 'not asked': others }: ProofTotals): number | undefined {
  const asked = queries - others;
  return asked === 0 ? undefined : Math.floor((1000 * (data + only)) / asked) / 10;
}
