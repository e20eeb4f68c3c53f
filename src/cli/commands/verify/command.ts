import { defineCommand } from '../../command.js';
import { option } from '../../options/option.js';
import { buildOptions } from '../../options/build.js';
import { packServerOptions } from '../../options/server.js';
import type { VerifyOptions } from '../../verify/options.js';

/** `dashpack verify`. */
export const verifyCommand = defineCommand<VerifyOptions>({
  name: 'verify',
  summary: 'Check the generated files, and where a Grafana or a Prometheus answers, that it has and shows them.',
  guide: 'docs/guides/verify.md',
  options: {
    ...buildOptions('where the generated files are'),
    live: option('--no-live', 'ask no server'),
    warmUp: option('--warm-up <duration>', 'how long what is empty at first is waited for').default('60s'),
    evidence: option('--evidence <folder>', 'write a file for each check, a summary and the required series'),
    ...packServerOptions,
  },
  examples: [
    'verify',
    'verify --strict --basic grafana=env:GRAFANA_AUTH --evidence evidence/today',
    'verify --pack peak-trade --prometheus AI_LIVE=http://127.0.0.1:9094 --warm-up 2m',
  ],
  run: async (options, host) => (await import('../verify.js')).verify(options, host),
});
