import { recorded } from 'dashpack';
import { AI_LIVE } from './roles.js';

/** The witness of AI Live's alert rules, so that "0 firing" is told from "no rules". */
export const aiAlertRulesLoaded = recorded('peaktrade_ai:alert_rules_loaded', {
  owner: AI_LIVE,
  help: '1 while the alert rules of AI Live are loaded on this Prometheus.',
});
