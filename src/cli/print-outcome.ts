import { reports } from '../core/report/report.js';
import { findingOf, printFaults } from './fault.js';
import type { Host } from './host.js';
import { exitCode, type Outcome } from './outcome.js';
import type { GlobalOptions } from './parse-arguments.js';

/** Prints what a command came to, and returns the exit code. Faults go to standard error, everything else to standard output. */
export function printOutcome(outcome: Outcome, options: GlobalOptions, version: string, host: Host): number {
  const code = exitCode(outcome, options);
  if (options.format === 'text') printText(outcome, code, options, host);
  else {
    const findings = [...outcome.faults.map(findingOf), ...outcome.findings, ...outcome.told];
    const rest = { exitCode: code, ...outcome.data, skipped: outcome.skipped };
    host.stdout.write(reports[options.format](findings, { colour: false, version, rest }));
  }
  return code;
}

function printText(outcome: Outcome, code: number, options: GlobalOptions, host: Host): void {
  const colour = options.color && host.stdout.isTTY === true && (host.env['NO_COLOR'] ?? '') === '';
  const { faults, findings, report, summary, skipped } = outcome;
  const isQuiet = options.quiet === true && code === 0;
  const left = skipped.map(({ gate, reason }) => `not checked: ${gate} (${reason})\n`);
  if (faults.length > 0) host.stderr.write(printFaults(faults));
  const parts = [
    ...(isQuiet ? [] : [reports.text(findings, { colour, version: '', rest: {} })]),
    report,
    ...(options.quiet === true ? [] : [summary, ...left]),
  ];
  const text = parts.join('');
  if (text !== '') host.stdout.write(text);
}
