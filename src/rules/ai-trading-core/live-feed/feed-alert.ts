import { alertsWith } from 'dashpack';
import { runbook } from '../runbook.js';

/** An alert on the live feed. One over the whole feed has `scope: 'global'`; those of a single venue have none. */
export const feedAlert = alertsWith({ severity: 'warning', labels: { component: 'live_feed' }, runbook });
