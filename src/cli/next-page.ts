import type { Finding } from '../core/model/finding.js';

/** The line that leads from findings to what to do: the page of the first error. Empty where there is none. */
export function nextPage(findings: readonly Finding[]): string {
  const first = findings.find(({ severity }) => severity === 'error');
  return first === undefined ? '' : `next: dashpack explain ${first.id} says what to do\n`;
}
