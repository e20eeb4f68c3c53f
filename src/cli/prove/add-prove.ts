import type { Command } from 'commander';

/** Adds the command `prove` to the command line; the caller says what happens when it is given. */
export function addProve(program: Command): Command {
  const several = (value: string, before: readonly string[]): readonly string[] => [...before, value];
  return program
    .command('prove')
    .description('Show that every query returns data: on real Prometheus servers that have a simulated history.')
    .option('--scenario <name>', 'only this scenario: what each dashboard shows in it, and no 0 from what is dead')
    .option('--least <pack=percent>', 'the share of the queries of a pack that must have data', several, [])
    .option('--binaries <folder>', 'prometheus and promtool of the version that you run (default: those in PATH)');
}

/** Command lines, for the help. */
export const proveExamples: readonly string[] = [
  'prove',
  'prove --pack peak-trade --least peak-trade=95',
  'prove --pack peak-trade --scenario ai-live-down',
  'prove --binaries /opt/prometheus-3.5.0',
];
