import { defineCommand } from '../../command.js';
import { buildOptions, type BuildOptions } from '../../options/build.js';

/** `dashpack check`. */
export const checkCommand = defineCommand<BuildOptions>({
  name: 'check',
  summary: 'Say what build would change, per dashboard and panel, and change nothing: for CI.',
  guide: 'docs/guides/check.md',
  options: buildOptions('what to compare with'),
  examples: ['check', 'check --format github', 'check --format sarif > dashpack.sarif'],
  run: async (options, host) => (await import('../check.js')).check(options, host),
});
