import { InvalidArgumentError, Option, type Command } from 'commander';

/** How `simulate` is called, for its help. */
export const simulateExamples = [
  'simulate --pack peak-trade',
  'simulate --pack peak-trade --scenario latency-spike --for 20m',
  'simulate --pack peak-trade --list',
  'simulate --pack peak-trade --scenario idle --backfill history.txt --server prom_local_9092 --from now-3h',
] as const;

/** Adds `simulate` to the commands. */
export function addSimulate(program: Command): Command {
  return program
    .command('simulate')
    .description("Run a pack's producers with synthetic data at the ports of their contract, or write their history.")
    .option('--scenario <name>', 'how they behave', 'healthy')
    .option('--list', 'say which scenarios there are')
    .addOption(new Option('--seed <number>', 'another seed, other numbers').argParser(wholeNumber).default(1))
    .addOption(
      new Option('--speed <number>', 'how many seconds of the scenario pass in one').argParser(positive).default(1),
    )
    .option('--for <duration>', 'end after this time, such as 10m (default: run until a signal)')
    .addOption(
      new Option('--port-offset <number>', 'is added to every port, to run beside another pack')
        .argParser(wholeNumber)
        .default(0),
    )
    .option('--listen <address>', 'the address to listen on', '127.0.0.1')
    .option('--backfill <file>', 'write history as OpenMetrics for promtool, and run nothing')
    .option('--server <uid>', 'backfill: the datasource whose history it is')
    .option('--from <time>', 'backfill: such as now-3h, 2026-11-20T20:00:00Z or a Unix time', 'now-3h')
    .option('--to <time>', 'backfill: as --from; by then all of the scenario can be seen', 'now');
}

function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number.');
}

function positive(text: string): number {
  if (/^\d{1,6}(?:\.\d{1,6})?$/.test(text) && Number(text) > 0) return Number(text);
  throw new InvalidArgumentError('It must be a number above 0.');
}
