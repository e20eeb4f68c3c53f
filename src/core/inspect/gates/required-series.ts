import type { GateResult } from './gate-result.js';

/** A query that must return something, and what it returned at the end. */
export interface RequiredSeries {
  readonly promql: string;
  /** The uid of the datasource. */
  readonly server: string;
  /** The thing that needs it: a job, or the uid of a dashboard. */
  readonly for: string;
  readonly verdict: 'pass' | 'fail' | 'skip';
  readonly resultCount: number;
  /** As the server writes them. */
  readonly values: readonly string[];
}

/** The results of the required queries. */
export interface GoldenResults {
  readonly results: readonly GateResult[];
  readonly series: readonly RequiredSeries[];
}

const most = 20;

/** Required series as a table with tabs: one a line, after a head. */
export function printRequiredSeries(all: readonly RequiredSeries[]): string {
  const rows = all.map(({ promql, resultCount, values, server, for: owner, verdict }) => [
    promql,
    String(resultCount),
    values.slice(0, most).join(',') + (values.length > most ? ',…' : ''),
    server,
    owner,
    verdict.toUpperCase(),
  ]);
  const head = ['promql', 'result_count', 'values', 'datasource', 'for', 'verdict'];
  return [head, ...rows].map((row) => `${row.map(oneLine).join('\t')}\n`).join('');
}

function oneLine(cell: string): string {
  return cell.replaceAll(/\s+/g, ' ');
}
