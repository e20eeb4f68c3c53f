import { defineCommand } from '../../command.js';
import { option, wholeNumber } from '../../options/option.js';
import type { DevOptions } from '../../preview/options.js';

/** `dashpack dev`. */
export const devCommand = defineCommand<DevOptions>({
  name: 'dev',
  summary: 'Show the dashboards while they are written: drawn on simulated data, in every scenario, new at each save.',
  guide: 'docs/guides/preview.md',
  formats: ['text'],
  options: {
    port: wholeNumber('--port <number>', 'where the page is served (0: any port that is free)', 0),
    binaries: option('--binaries <folder>', 'prometheus and promtool (default: those in PATH)'),
  },
  examples: ['dev', 'dev --pack peak-trade --port 4000'],
  run: async (options, host) => (await import('../dev.js')).dev(options, host),
});
