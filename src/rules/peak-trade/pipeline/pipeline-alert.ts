import { alertsWith } from 'dashpack';
import { pipelineRunbook } from '../runbook.js';

/** An alert on the shadow pipeline. */
export const pipelineAlert = alertsWith({
  severity: 'warn',
  labels: { component: 'pipeline' },
  runbook: pipelineRunbook,
});
