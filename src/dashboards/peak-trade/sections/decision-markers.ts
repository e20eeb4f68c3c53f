import { annotation, gt, increase, sum } from 'dashpack';
import { aiDecisions } from '../../../datasources/peak-trade/index.js';
import { runId } from './run-id.js';

/** Marks the minutes in which the AI rejected or accepted something. */
export const decisionMarkers = [
  annotation('Reject markers', gt(sum(increase(aiDecisions({ decision: 'reject', run_id: runId }), '1m')), 0), {
    color: 'red',
  }),
  annotation('Accept markers', gt(sum(increase(aiDecisions({ decision: 'accept', run_id: runId }), '1m')), 0), {
    color: 'green',
  }),
] as const;
