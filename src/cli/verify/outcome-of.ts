import type { GateResult } from '../../core/inspect/gates/gate-result.js';
import { countVerdicts, printGate } from '../../core/inspect/gates/print-gate.js';
import { checkFinding } from '../../core/inspect/gates/to-finding.js';
import { nothing, type Outcome } from '../outcome.js';

/**
 * The result of checks, as the outcome of a command: what failed is a finding, what was left out a gate that was left out,
 * and what was asked for and could not be checked a fault.
 *
 * @param command the beginning of the ids of findings
 * @param isQuiet only what failed is told
 */
export function outcomeOf(results: readonly GateResult[], command: string, isQuiet: boolean): Outcome {
  const left = results.filter(({ verdict }) => verdict === 'skip');
  return {
    ...nothing,
    told: results.map((result) => checkFinding(result, command)).filter((finding) => finding !== undefined),
    faults: left
      .filter(({ isMissed }) => isMissed)
      .map(({ check, subject, message, next = '' }) => ({
        message: `${check} ${subject}: ${message}`,
        next,
        exitCode: 3,
      })),
    skipped: left.map(({ check, subject, message }) => ({
      gate: `${check} ${subject}`,
      reason: message,
      isTold: true,
    })),
    report: results.filter(({ verdict }) => !isQuiet || verdict === 'fail').map(printGate),
  };
}

/** `12 passed, 1 failed, 3 not checked`. */
export function tally(results: readonly GateResult[]): string {
  const { pass, fail, skip } = countVerdicts(results);
  return `${pass} passed, ${fail} failed, ${skip} not checked`;
}

/** A check for programs. What was asked of servers is evidence, and too long for a report. */
export function dataOf({
  check,
  subject,
  verdict,
  message,
  details = [],
  next,
}: GateResult): Omit<GateResult, 'exchanges' | 'isMissed'> {
  return { check, subject, verdict, message, details, ...(next === undefined ? {} : { next }) };
}
