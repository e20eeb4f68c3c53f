import { reports } from '../core/report/report.js';
import { findingOf, printFaults } from './fault.js';
import type { Host, Output } from './host.js';
import type { CommonOptions } from './options/common.js';
import { exitCode, type Outcome } from './outcome.js';

/** Prints what a command came to, and returns the exit code. Faults go to standard error, everything else to standard output. */
export function printOutcome(outcome: Outcome, options: CommonOptions, version: string, host: Host): number {
  const code = exitCode(outcome, options);
  if (options.format === 'text') printText(outcome, code, options, host);
  else if (options.format === 'markdown') printMarkdown(outcome, host);
  else {
    const findings = [...outcome.faults.map(findingOf), ...outcome.findings, ...outcome.told];
    const rest = {
      exitCode: code,
      ...outcome.data,
      skipped: outcome.skipped.map(({ gate, reason }) => ({ gate, reason })),
    };
    write(host.stdout, reports[options.format](findings, { colour: false, version, rest }));
  }
  return code;
}

function printText(outcome: Outcome, code: number, options: CommonOptions, host: Host): void {
  const colour = options.color && host.stdout.isTTY === true && (host.env['NO_COLOR'] ?? '') === '';
  const { faults, findings, report, summary, skipped } = outcome;
  const isQuiet = options.quiet === true && code === 0;
  const left = skipped
    .filter(({ isTold }) => isTold !== true)
    .map(({ gate, reason }) => `not checked: ${gate} (${reason})\n`);
  if (faults.length > 0) host.stderr.write(printFaults(faults));
  const text = function* (): Generator<string> {
    if (!isQuiet) yield* reports.text(findings, { colour, version: '', rest: {} });
    if (typeof report === 'string') yield report;
    else yield* report;
    if (options.quiet === true) return;
    yield summary;
    yield* left;
  };
  write(host.stdout, text());
}

/** Faults go to standard error: a comment is made of the rest. */
function printMarkdown({ faults, findings, markdown = [] }: Outcome, host: Host): void {
  if (faults.length > 0) host.stderr.write(printFaults(faults));
  for (const part of reports.text(findings, { colour: false, version: '', rest: {} })) host.stderr.write(part);
  write(host.stdout, markdown);
}

/** In characters: fewer calls than pieces, and no text of many megabytes. */
const most = 2 ** 16;

function write(output: Output, pieces: Iterable<string>): void {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < most) continue;
    output.write(text);
    text = '';
  }
  if (text !== '') output.write(text);
}
