import type { GateResult } from './gate-result.js';

const most = 20;

/** A check in lines: `FAIL grafana.dashboard home: …`, then what belongs to it, indented, then the next step. */
export function printGate({ check, subject, verdict, message, details = [], next }: GateResult): string {
  const shown =
    details.length > most + 1 ? [...details.slice(0, most), `… and ${details.length - most} more`] : details;
  const lines = [
    `${verdict.toUpperCase()} ${check} ${subject}: ${message}`,
    ...shown.map((detail) => `  ${detail}`),
    ...(verdict === 'pass' || next === undefined ? [] : [`  next: ${next}`]),
  ];
  return `${lines.join('\n')}\n`;
}

/** How many checks came to what. */
export function countVerdicts(results: readonly GateResult[]): Readonly<Record<GateResult['verdict'], number>> {
  const count = (verdict: GateResult['verdict']): number => results.filter((each) => each.verdict === verdict).length;
  return { pass: count('pass'), fail: count('fail'), skip: count('skip') };
}
