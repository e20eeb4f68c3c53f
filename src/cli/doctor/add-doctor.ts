import type { Command } from 'commander';
import { addServers } from '../verify/add-verify.js';

/** Adds the command `doctor` to the command line; the caller says what happens when it is given. */
export function addDoctor(program: Command): Command {
  const several = (value: string, before: readonly string[]): readonly string[] => [...before, value];
  const command = program
    .command('doctor')
    .description('Say where the chain from producers to panels is broken: ports, targets, series, scope, files.')
    .option('--reads <job=file>', 'the file that a producer reads (default: what its variable says)', several, [])
    .option('--watch <duration>', 'how long such a file is watched', '3s');
  return addServers(command);
}

/** Command lines, for the help. */
export const doctorExamples: readonly string[] = [
  'doctor --pack peak-trade',
  'doctor --pack peak-trade --reads ai_live=logs/ai/ai_events.jsonl',
  'doctor --pack peak-trade --strict --format json',
];
