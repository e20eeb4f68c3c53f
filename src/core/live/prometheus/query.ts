import type { Transport } from '../transport.js';
import { askFor, type Asked } from './ask.js';
import { queryAnswer, queryDataShape, type QueryAnswer } from './result.js';

/** Asks at one time. `time`: a Unix time in seconds. */
export async function query(transport: Transport, expr: string, time: number): Promise<Asked<QueryAnswer>> {
  const request = { path: '/api/v1/query', parameters: { query: expr, time, stats: 'all' }, form: true };
  const asked = await askFor(transport, request, queryDataShape);
  return 'data' in asked ? { ...asked, data: queryAnswer(asked.data) } : asked;
}
