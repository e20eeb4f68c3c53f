import { proofTotals, shownShare, type ProofTotals, type QueryProof } from '../../core/inspect/proof/proof.js';
import { printTable, type Cell } from '../audit/table.js';
import type { PackProof } from './pack-proof.js';
import { printSigns } from './print-signs.js';

const columns = ['queries', 'data', 'only in a scenario', 'waiting', 'elsewhere', 'not Prometheus', 'failed', 'shown'];

/** Prints what proofs came to: a table for each pack, what is wrong in it, and why what is not shown is not. */
export function* printProofs(proofs: readonly PackProof[]): Generator<string> {
  for (const proof of proofs) {
    const { pack, dashboards, rules, dead, faults, blindSpots } = proof;
    const groups = [
      ...dashboards.map(({ title, proofs: queries }) => ({ title, queries })),
      ...byFile(rules).map(([file, queries]) => ({ title: `rules: ${file}`, queries })),
    ];
    const all = groups.flatMap(({ queries }) => queries);
    const rows = groups.map(({ title, queries }) => [title, ...cells(proofTotals(queries))]);
    yield lines(printTable([[pack, ...columns], ...rows, ['total', ...cells(proofTotals(all))]]));
    if (dead.length > 0) {
      const deadRows = dead.map(({ scenario, asked, empty, zeros }) => [scenario, asked, empty, zeros]);
      yield `\n${lines(printTable([['with what is dead', 'queries that ask it', 'empty', 'a healthy 0'], ...deadRows]))}`;
    }
    yield* printSigns(proof);
    for (const group of groups) yield* explain(group.title, group.queries);
    for (const fault of [...faults, ...blindSpots.map(({ message }) => message)]) yield `\nFAILED ${fault}\n`;
    yield '\n';
  }
}

function* explain(title: string, queries: readonly QueryProof[]): Generator<string> {
  const failed = queries.filter(({ verdict }) => verdict === 'failed');
  if (failed.length === 0) return;
  yield `\n${title}\n`;
  for (const { query, place, reasons, asked } of failed) {
    yield `  FAILED ${query.panel === undefined ? place : `${JSON.stringify(query.panel.title)} (${place})`}\n`;
    for (const reason of reasons) yield `         ${reason}\n`;
    if (asked !== undefined) yield `         ${asked}\n`;
  }
}

function byFile(rules: readonly QueryProof[]): readonly (readonly [string, readonly QueryProof[]])[] {
  const files = new Set(rules.map(({ query }) => query.source));
  return [...files].map((file) => [file, rules.filter(({ query }) => query.source === file)] as const);
}

function cells(totals: ProofTotals): readonly Cell[] {
  const { queries, data, 'only in': only, waiting, elsewhere, 'not asked': others, failed } = totals;
  const share = shownShare(totals);
  return [queries, data, only, waiting, elsewhere, others, failed, share === undefined ? undefined : `${share}%`];
}

function lines(table: readonly string[]): string {
  return `${table.join('\n')}\n`;
}
