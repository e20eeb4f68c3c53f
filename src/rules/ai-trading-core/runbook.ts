/**
 * The runbook of every alert: a panel of Live Feed – Ops, opened alone, in Grafana as the stack publishes it. The same
 * text stands in docs/ai-trading-core/runbook.md.
 */
export const runbook = 'http://localhost:3000/d/live-feed-ops?viewPanel=panel-2088609191';
