import { queryVariable } from 'dashpack';
import { aiDecisions } from '../../../datasources/peak-trade/index.js';

/** Which AI runs are shown. Every AI panel whose metric has a run_id follows it. */
export const runId = queryVariable('run_id', aiDecisions(), 'run_id', {
  label: 'AI run_id',
  includeAll: true,
  allValue: '.*',
});
