import { defineCommand } from '../../command.js';
import { option, positiveNumber, wholeNumber } from '../../options/option.js';
import type { SimulateOptions } from '../../simulate/options.js';

/** `dashpack simulate`. */
export const simulateCommand = defineCommand<SimulateOptions>({
  name: 'simulate',
  summary: "Run a pack's producers with synthetic data at the ports of their contract, or write their history.",
  guide: 'docs/guides/simulate.md',
  options: {
    scenario: option('--scenario <name>', 'how they behave').default('healthy'),
    list: option('--list', 'say which scenarios there are'),
    seed: wholeNumber('--seed <number>', 'another seed, other numbers', 1),
    speed: positiveNumber('--speed <number>', 'how many seconds of the scenario pass in one', 1),
    for: option('--for <duration>', 'end after this time, such as 10m (default: run until a signal)'),
    portOffset: wholeNumber('--port-offset <number>', 'is added to every port, to run beside another pack', 0),
    listen: option('--listen <address>', 'the address to listen on').default('127.0.0.1'),
    backfill: option('--backfill <file>', 'write history as OpenMetrics for promtool, and run nothing'),
    server: option('--server <uid>', 'backfill: the datasource whose history it is'),
    from: option('--from <time>', 'backfill: such as now-3h, 2026-11-20T20:00:00Z or a Unix time').default('now-3h'),
    to: option('--to <time>', 'backfill: as --from; by then all of the scenario can be seen').default('now'),
  },
  examples: [
    'simulate --pack peak-trade',
    'simulate --pack peak-trade --scenario latency-spike --for 20m',
    'simulate --pack peak-trade --list',
    'simulate --pack peak-trade --scenario idle --backfill history.txt --server prom_local_9092 --from now-3h',
  ],
  run: async (options, host) => (await import('../simulate.js')).simulate(options, host),
});
