import type { Finding } from '../../model/finding.js';
import type { GateResult } from './gate-result.js';

/** A check that failed, as a finding for programs; undefined for the others. */
export function checkFinding(
  { check, subject, verdict, message, details = [], next }: GateResult,
  command: string,
): Finding | undefined {
  if (verdict !== 'fail') return undefined;
  return {
    id: `${command}/${check}`,
    severity: 'error',
    subject,
    message: [message, ...details].join('\n'),
    ...(next === undefined ? {} : { fix: next }),
  };
}
