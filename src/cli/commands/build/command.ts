import { defineCommand } from '../../command.js';
import { buildOptions, type WatchedBuildOptions } from '../../options/build.js';
import { watchOption } from '../../options/common.js';

/** `dashpack build`. */
export const buildCommand = defineCommand<WatchedBuildOptions>({
  name: 'build',
  summary: 'Write what the configuration generates: only what changed, and nothing when anything is wrong.',
  guide: 'docs/guides/build.md',
  options: { ...buildOptions('where to write'), watch: watchOption },
  examples: ['build', 'build --watch', 'build --out /tmp/preview --pack peak-trade', 'build --format json'],
  run: async (options, host) => (await import('../build.js')).build(options, host),
});
