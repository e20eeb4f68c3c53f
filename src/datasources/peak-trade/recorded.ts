import { recorded } from 'dashpack';
import { AI_LIVE } from './roles.js';

// Named level:metric:operations, as Prometheus' convention has it. The level is the whole of AI Live: no label is kept.

/** The witness of AI Live's alert rules, so that "0 firing" is told from "no rules". */
export const aiAlertRulesLoaded = recorded('ai_live:alert_rules:loaded', {
  owner: AI_LIVE,
  help: '1 while the alert rules of AI Live are loaded on this Prometheus.',
});

/** The latency that 95 % of the decisions stay below. Empty without traffic, and where no rules are loaded. */
export const aiDecisionLatencyP95 = recorded('ai_live:peaktrade_ai_decision_latency_ms:p95_5m', {
  owner: AI_LIVE,
  help: "95 % of the AI's decisions in the last five minutes took less.",
  unit: 'milliseconds',
});

/** The latency that 99 % of the decisions stay below. Empty without traffic, and where no rules are loaded. */
export const aiDecisionLatencyP99 = recorded('ai_live:peaktrade_ai_decision_latency_ms:p99_5m', {
  owner: AI_LIVE,
  help: "99 % of the AI's decisions in the last five minutes took less.",
  unit: 'milliseconds',
});
