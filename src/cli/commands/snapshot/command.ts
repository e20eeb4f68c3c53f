import { defineCommand } from '../../command.js';
import { choice, names, option, positiveNumber } from '../../options/option.js';
import type { SnapshotOptions } from '../../snapshot/options.js';

/** `dashpack snapshot`. */
export const snapshotCommand = defineCommand<SnapshotOptions>({
  name: 'snapshot',
  summary: 'Draw dashboards in scenarios as PNG and as pages of one file, with the components of Grafana.',
  guide: 'docs/guides/preview.md',
  options: {
    out: option('--out <folder>', 'where the pictures go').default('snapshots'),
    scenario: names('--scenario <names>', 'in which states of the system', 'healthy'),
    dashboard: names('--dashboard <uids>', 'only these', 'all of them'),
    theme: choice('--theme <theme>', 'how they look', ['dark', 'light'], 'dark'),
    width: positiveNumber('--width <pixels>', 'of the page', 1600),
    check: option('--check', 'report what is cut, hidden or too small'),
    browser: option('--browser <path>', 'Chromium or Chrome (default: the one that is installed)'),
    binaries: option('--binaries <folder>', 'prometheus and promtool (default: those in PATH)'),
  },
  examples: [
    'snapshot --pack peak-trade',
    'snapshot --dashboard web --scenario healthy,web-down --theme light',
    'snapshot --check',
  ],
  run: async (options, host) => (await import('../snapshot.js')).snapshot(options, host),
});
