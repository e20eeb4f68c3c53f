import { defineCommand } from '../../command.js';
import { option, several } from '../../options/option.js';
import type { ProveOptions } from '../../prove/options.js';

/** `dashpack prove`. */
export const proveCommand = defineCommand<ProveOptions>({
  name: 'prove',
  summary: 'Show that every query returns data: on real Prometheus servers that have a simulated history.',
  guide: 'docs/guides/proof.md',
  options: {
    scenario: option(
      '--scenario <name>',
      'only this scenario: what each dashboard shows in it, and no 0 from what is dead',
    ),
    least: several('--least <pack=percent>', 'the share of the queries of a pack that must have data'),
    binaries: option(
      '--binaries <folder>',
      'prometheus and promtool of the version that you run (default: those in PATH)',
    ),
  },
  examples: [
    'prove',
    'prove --pack peak-trade --least peak-trade=95',
    'prove --pack peak-trade --scenario ai-live-down',
    'prove --binaries /opt/prometheus-3.5.0',
  ],
  run: async (options, host) => (await import('../prove.js')).prove(options, host),
});
