import type { AuditOptions } from '../../audit/options.js';
import { defineCommand } from '../../command.js';
import { option, several } from '../../options/option.js';
import { askingOptions } from '../../options/server.js';

/** `dashpack audit`. */
export const auditCommand = defineCommand<AuditOptions>({
  name: 'audit',
  summary: 'Ask every query of every panel, variable, annotation and rule of live servers: data, empty, and why.',
  guide: 'docs/guides/audit.md',
  options: {
    prometheus: several('--prometheus <role=url>', 'a server for a role or a datasource; an address alone: for all'),
    grafana: option(
      '--grafana <url>',
      "a Grafana, whose datasources are asked through its proxy where --prometheus doesn't",
    ),
    fetch: option('--fetch', 'audit the dashboards that Grafana has, rather than those of the packs'),
    file: several('--file <path>', 'audit dashboards and rules in this file or folder, rather than the packs'),
    dashboard: several('--dashboard <uid>', 'only this dashboard; can be given several times'),
    window: option(
      '--window <duration>',
      'the time that is asked, such as 6h (default: what each dashboard opens with)',
    ),
    ...askingOptions,
  },
  examples: [
    'audit --prometheus LOCAL=http://127.0.0.1:9092 --prometheus AI_LIVE=http://127.0.0.1:9094',
    'audit --grafana http://127.0.0.1:3000 --bearer env:GRAFANA_TOKEN --fetch',
    'audit --prometheus http://127.0.0.1:9090 --file dashboards/ --window 1h',
  ],
  run: async (options, host) => (await import('../audit.js')).audit(options, host),
});
