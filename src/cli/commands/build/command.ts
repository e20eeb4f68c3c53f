import { defineCommand } from '../../command.js';
import { buildOptions, type BuildOptions } from '../../options/build.js';

/** `dashpack build`. */
export const buildCommand = defineCommand<BuildOptions>({
  name: 'build',
  summary: 'Write what the configuration generates: only what changed, and nothing when anything is wrong.',
  guide: 'docs/guides/build.md',
  options: buildOptions('where to write'),
  examples: ['build', 'build --out /tmp/preview --pack peak-trade', 'build --format json'],
  run: async (options, host) => (await import('../build.js')).build(options, host),
});
