import type { Finding, Severity } from '../model/finding.js';
import { printPosition } from '../model/position.js';

const colours: Readonly<Record<Severity, string>> = { error: '\u001B[31m', warning: '\u001B[33m', note: '\u001B[36m' };
const reset = '\u001B[0m';

/**
 * Prints findings for people: `place: severity id: message`, with the subject and the fix below; empty without findings.
 *
 * @param options `colour`: colours the severity for a terminal, default false
 */
export function* reportText(
  findings: readonly Finding[],
  options: { readonly colour?: boolean } = {},
): Generator<string> {
  for (const finding of findings) yield `${printFinding(finding, options.colour ?? false)}\n`;
  if (findings.length > 0) yield `${countFindings(findings)}\n`;
}

function printFinding({ id, severity, message, subject, position, fix }: Finding, colour: boolean): string {
  const place = position === undefined ? '' : `${printPosition(position)}: `;
  const word = colour ? `${colours[severity]}${severity}${reset}` : severity;
  return [
    `${place}${word} ${id}: ${message}`,
    ...(subject === '' ? [] : [`  in: ${subject}`]),
    ...(fix === undefined ? [] : [`  fix: ${fix}`]),
  ].join('\n');
}

function countFindings(findings: readonly Finding[]): string {
  const counts = (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`];
  });
  return counts.join(', ');
}
