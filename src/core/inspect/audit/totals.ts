import type { AuditStatus, QueryReport } from './audited.js';

/** How many queries came to what, and what they cost. */
export interface AuditTotals extends Readonly<Record<AuditStatus, number>> {
  readonly queries: number;
  /** Of the empty ones: those that wait for a producer, which is known. */
  readonly waiting: number;
  readonly series: number;
  /** The longest time that a server took, in milliseconds. */
  readonly slowest: number;
  /** Read by the servers; undefined where none says so. */
  readonly samples: number | undefined;
}

/** Adds up reports. */
export function totalsOf(reports: readonly QueryReport[]): AuditTotals {
  const count = (status: AuditStatus): number => reports.filter((each) => each.status === status).length;
  const samples = reports.flatMap((each) => each.samples ?? []);
  return {
    queries: reports.length,
    data: count('data'),
    quiet: count('quiet'),
    empty: count('empty'),
    error: count('error'),
    'not asked': count('not asked'),
    waiting: reports.filter(({ cause }) => cause?.kind === 'waiting-for-producer').length,
    series: reports.reduce((sum, each) => sum + each.series, 0),
    slowest: Math.round(reports.reduce((most, { milliseconds }) => Math.max(most, milliseconds), 0)),
    samples: samples.length === 0 ? undefined : samples.reduce((sum, each) => sum + each, 0),
  };
}

/** The share of the queries asked that have what they should, in whole per cent, never rounded up; undefined for none. */
export function coverage({ queries, data, quiet, 'not asked': left }: AuditTotals): number | undefined {
  const asked = queries - left;
  return asked === 0 ? undefined : Math.floor((100 * (data + quiet)) / asked);
}
