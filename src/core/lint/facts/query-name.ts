import type { LintedQuery } from '../subject.js';

/** A query of a panel in words: by its ref id, where it has one. */
export function queryName({ refId = '' }: LintedQuery): string {
  return refId.trim() === '' ? 'the query' : `query ${refId}`;
}
