import type { Transport } from '../transport.js';
import { askFor, type Asked } from './ask.js';
import { queryAnswer, queryDataShape, type QueryAnswer } from './result.js';

/** A stretch of time, in seconds: from `start` to `end`, both Unix times, in steps. */
export interface QueryRange {
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

/** Asks at the steps of a range. */
export async function queryRange(
  transport: Transport,
  expr: string,
  { start, end, step }: QueryRange,
): Promise<Asked<QueryAnswer>> {
  const parameters = { query: expr, start, end, step, stats: 'all' };
  const asked = await askFor(transport, { path: '/api/v1/query_range', parameters, form: true }, queryDataShape);
  return 'data' in asked ? { ...asked, data: queryAnswer(asked.data) } : asked;
}
