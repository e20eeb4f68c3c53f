import type { ReadQuery } from '../read-dashboard.js';

/** A query of a panel in words: by its ref id, where it has one. */
export function queryName({ refId = '' }: ReadQuery): string {
  return refId.trim() === '' ? 'the query' : `query ${refId}`;
}
