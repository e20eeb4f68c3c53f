import { Argument } from 'commander';
import { defineCommand } from '../../command.js';
import type { DiffOptions } from '../../diff/options.js';
import { option } from '../../options/option.js';
import { askingOptions } from '../../options/server.js';

/** `dashpack diff`. */
export const diffCommand = defineCommand<DiffOptions, [before: string | undefined, after: string | undefined]>({
  name: 'diff',
  summary: 'Say what changes for those who look: panels, queries, thresholds, alerts, by name.',
  guide: 'docs/guides/diff.md',
  arguments: [
    new Argument('[before]', 'a git ref in which generated files are committed, or a folder or file'),
    new Argument('[after]', 'the same (default: what the sources build now)'),
  ],
  options: {
    grafana: option('--grafana <url>', 'compare with the dashboards that this Grafana has'),
    out: option(
      '--out <folder>',
      'where generated files stand in a commit (default: generated, beside the configuration)',
    ),
    exitCode: option('--exit-code', 'exit with 1 where something changes for a viewer'),
    ...askingOptions,
  },
  formats: ['text', 'json', 'markdown', 'github'],
  examples: [
    'diff main',
    'diff v1.2.0 v1.3.0',
    'diff old/ new/ --exit-code',
    'diff origin/main --format markdown > comment.md',
    'diff --grafana http://127.0.0.1:3000 --bearer env:GRAFANA_TOKEN',
  ],
  run: async (options, host, before, after) => (await import('../diff.js')).diff(before, after, options, host),
});
