import { Argument } from 'commander';
import { defineCommand } from '../../command.js';
import { option } from '../../options/option.js';
import type { ExplainOptions } from '../../explain/options.js';

/** `dashpack explain`. */
export const explainCommand = defineCommand<ExplainOptions, [subject: string]>({
  name: 'explain',
  summary: 'Say where a metric comes from and who asks it, what a panel asks, or what a finding means.',
  guide: 'docs/guides/explain.md',
  arguments: [
    new Argument(
      '<subject>',
      'a metric, or one of its series; a rule; a panel, by title, key or id; the id of a finding',
    ),
  ],
  options: { dashboard: option('--dashboard <uid>', 'only this dashboard') },
  examples: [
    'explain peak_trade_orders_total',
    "explain 'Reject reasons (5m)'",
    'explain promql/rate-on-gauge',
    'explain 1804289383 --dashboard operator-home --format json',
  ],
  formats: ['text', 'json'],
  run: async (options, host, subject) => (await import('../explain.js')).explain(subject, options, host),
});
