import { defineCommand } from '../../command.js';
import type { DoctorOptions } from '../../doctor/options.js';
import { option, several } from '../../options/option.js';
import { packServerOptions } from '../../options/server.js';

/** `dashpack doctor`. */
export const doctorCommand = defineCommand<DoctorOptions>({
  name: 'doctor',
  summary: 'Say where the chain from producers to panels is broken: ports, targets, series, scope, files.',
  guide: 'docs/guides/doctor.md',
  options: {
    reads: several('--reads <job=file>', 'the file that a producer reads', 'what its variable says'),
    watch: option('--watch <duration>', 'how long such a file is watched').default('3s'),
    ...packServerOptions,
  },
  examples: [
    'doctor --pack peak-trade',
    'doctor --pack peak-trade --reads ai_live=logs/ai/ai_events.jsonl',
    'doctor --pack peak-trade --strict --format json',
  ],
  run: async (options, host) => (await import('../doctor.js')).doctor(options, host),
});
