import type { AuditStatus, QueryReport } from '../../core/inspect/audit/audited.js';
import { coverage, totalsOf, type AuditTotals } from '../../core/inspect/audit/totals.js';
import type { AuditedGroup, AuditedPart } from './group.js';
import { printTable, type Cell } from './table.js';

const columns = [
  'queries',
  'data',
  'quiet',
  'empty',
  'error',
  'not asked',
  'have data',
  'series',
  'slowest',
  'samples',
];

/** Prints what an audit found: each dashboard with its panels and what is empty in them, then all of them in one table. */
export function* printAudit(groups: readonly AuditedGroup[]): Generator<string> {
  for (const group of groups) {
    const totals = totalsOf(group.queries);
    const share = coverage(totals);
    const name = group.uid === undefined ? group.title : `${group.title} (${group.uid})`;
    yield `${name}: ${share === undefined ? 'not asked' : `${totals.data + totals.quiet} of ${totals.queries - totals['not asked']} have data`}\n`;
    if (share === undefined) continue; // what was not asked is listed below, with the reason
    const table = printTable(
      group.parts.map((part) => partRow(part)),
      '  ',
    );
    for (const [index, part] of group.parts.entries()) {
      yield `${table[index] ?? ''}\n`;
      for (const report of part.queries) yield* explain(report, part);
    }
    yield '\n';
  }
  const all = totalsOf(groups.flatMap(({ queries }) => queries));
  const rows = groups.map(({ title, queries }) => [title, ...cells(totalsOf(queries))]);
  const table = printTable([['dashboard', ...columns], ...rows, ['total', ...cells(all)]]);
  yield `${table.join('\n')}\n`;
}

const words: Readonly<Record<AuditStatus, string>> = {
  data: 'data',
  quiet: 'quiet',
  empty: 'EMPTY',
  error: 'ERROR',
  'not asked': 'not asked',
};

/** The worst status decides for a panel. */
const worst: readonly AuditStatus[] = ['error', 'empty', 'not asked', 'data', 'quiet'];

function partRow({ title, queries }: AuditedPart): readonly Cell[] {
  const { series, slowest, samples } = totalsOf(queries);
  const status = worst.find((each) => queries.some((query) => query.status === each)) ?? 'not asked';
  return [words[status], title, `${series} series`, `${slowest} ms`, samples === undefined ? '' : `${samples} samples`];
}

function* explain({ status, query, message, cause, server }: QueryReport, part: AuditedPart): Generator<string> {
  if (status === 'data' || status === 'not asked') return;
  const place = part.queries.length > 1 || query.panel !== undefined ? `${query.name} ` : '';
  const on = server === undefined ? '' : ` on ${server}`;
  const why = status === 'quiet' ? cause?.sentence : (message ?? cause?.sentence ?? 'it returns nothing');
  yield `      ${place}${words[status].toLowerCase()}${on}: ${why ?? ''}\n`;
  if (status === 'empty' && cause !== undefined) yield `        next: ${cause.next}\n`;
}

function cells(totals: AuditTotals): readonly Cell[] {
  const share = coverage(totals);
  const { queries, data, quiet, empty, error, 'not asked': left, series, slowest, samples } = totals;
  return [
    queries,
    data,
    quiet,
    empty,
    error,
    left,
    share === undefined ? undefined : `${share}%`,
    series,
    `${slowest} ms`,
    samples,
  ];
}
