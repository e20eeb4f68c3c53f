import { alertsWith } from 'dashpack';
import { aiLiveRunbook } from '../runbook.js';

/** An alert on AI Live: the tile "Active alerts" counts by its component. */
export const aiLiveAlert = alertsWith({ severity: 'warn', labels: { component: 'ai_live' }, runbook: aiLiveRunbook });
