import { count, zeroWhileWitnessed } from 'dashpack';
import * as catalog from '../../../datasources/peak-trade/index.js';
import { noneExpected } from './ai-live-limits.js';

/** How many alerts on AI Live fire: what a tile of it is told. */
export const aiLiveFiring = {
  query: zeroWhileWitnessed(
    count(catalog.alerts.on(catalog.AI_LIVE)({ alertstate: 'firing', component: 'ai_live' })),
    catalog.aiAlertRulesLoaded(),
  ),
  description: 'Alerts on AI Live that fire. Empty where its rules are not loaded, since nothing can fire there.',
  thresholds: noneExpected,
  noValue: 'no rules',
  min: 0,
} as const;
