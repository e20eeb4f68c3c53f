import { Argument, InvalidArgumentError, Option, type Command } from 'commander';

/** How `exporter` is called, for its help. */
export const exporterExamples = [
  'exporter ai-live',
  'exporter ai-live --listen 0.0.0.0',
  'exporter ai-live emit --out logs/ai/ai_events.jsonl --n 50 --interval-ms 200',
  'exporter ai-live smoke',
] as const;

/** Adds `exporter` to the commands. */
export function addExporter(program: Command): Command {
  return program
    .command('exporter')
    .description('Run an exporter of a pack: it reads a file of events and serves their metrics. It changes nothing.')
    .argument('<name>', 'the exporter, as its pack names it')
    .addArgument(
      new Argument('[action]', 'run it, write sample events, or test it end to end')
        .choices(['run', 'emit', 'smoke'])
        .default('run'),
    )
    .addOption(new Option('--listen <address>', 'the address to listen on').default('127.0.0.1'))
    .addOption(
      new Option('--from <place>', 'where to begin in a file that is there at the start')
        .choices(['start', 'end'])
        .default('start'),
    )
    .option('--out <file>', 'emit: the file that sample events are appended to (default: where the exporter reads)')
    .addOption(new Option('--n <count>', 'emit: how many sample events').argParser(wholeNumber).default(50))
    .addOption(
      new Option('--interval-ms <milliseconds>', 'emit: the time between two of them')
        .argParser(wholeNumber)
        .default(200),
    )
    .option('--run-id <id>', 'emit: whose events they are');
}

function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number.');
}
