import { Argument } from 'commander';
import { defineCommand } from '../../command.js';
import type { ExporterAction, ExporterOptions } from '../../exporter/options.js';
import { choice, option, wholeNumber } from '../../options/option.js';

/** `dashpack exporter`. */
export const exporterCommand = defineCommand<ExporterOptions, [name: string, action: ExporterAction]>({
  name: 'exporter',
  summary: 'Run an exporter of a pack: it reads a file of events and serves their metrics. It changes nothing.',
  guide: 'docs/guides/ai-live-exporter.md',
  arguments: [
    new Argument('<name>', 'the exporter, as its pack names it'),
    new Argument('[action]', 'run it, write sample events, or test it end to end')
      .choices(['run', 'emit', 'smoke'])
      .default('run'),
  ],
  options: {
    listen: option('--listen <address>', 'the address to listen on').default('127.0.0.1'),
    from: choice('--from <place>', 'where to begin in a file that is there at the start', ['start', 'end'], 'start'),
    out: option(
      '--out <file>',
      'emit: the file that sample events are appended to (default: where the exporter reads)',
    ),
    n: wholeNumber('--n <count>', 'emit: how many sample events', 50),
    intervalMs: wholeNumber('--interval-ms <milliseconds>', 'emit: the time between two of them', 200),
    runId: option('--run-id <id>', 'emit: whose events they are'),
  },
  examples: [
    'exporter ai-live',
    'exporter ai-live --listen 0.0.0.0',
    'exporter ai-live emit --out logs/ai/ai_events.jsonl --n 50 --interval-ms 200',
    'exporter ai-live smoke',
  ],
  run: async (options, host, name, action) => (await import('../exporter.js')).exporter(name, action, options, host),
});
