import type { Finding, Severity } from '../model/finding.js';
import { printPosition } from '../model/position.js';
import { printCaret } from './caret.js';

const colours: Readonly<Record<Severity, string>> = { error: '\u001B[31m', warning: '\u001B[33m', note: '\u001B[36m' };
const bold = '\u001B[1m';
const reset = '\u001B[0m';

/**
 * Prints findings for people, by file and dashboard: `place: severity id: message`, the piece of the query with carets
 * under what is meant, the place in words, and the fix; empty without findings.
 *
 * @param options `colour`: colours the severity and the headings for a terminal, default false
 */
export function* reportGrouped(
  findings: readonly Finding[],
  options: { readonly colour?: boolean } = {},
): Generator<string> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const heading = headingOf(finding);
    const group = groups.get(heading);
    if (group === undefined) groups.set(heading, [finding]);
    else group.push(finding);
  }
  const colour = options.colour ?? false;
  for (const [heading, group] of groups) {
    yield `${colour ? `${bold}${heading}${reset}` : heading}\n`;
    for (const finding of group.toSorted(byPlace)) yield `${printFinding(finding, colour)}\n`;
    yield '\n';
  }
  if (findings.length > 0) yield `${countFindings(findings)}\n`;
}

function headingOf({ position, dashboard }: Finding): string {
  const name =
    dashboard === undefined
      ? []
      : [`dashboard ${JSON.stringify(dashboard.title)}${dashboard.uid === undefined ? '' : ` (${dashboard.uid})`}`];
  return [...(position === undefined ? [] : [position.file]), ...name].join(' · ') || 'everywhere';
}

function printFinding(
  { id, severity, message, subject, dashboard, position, excerpt, fix }: Finding,
  colour: boolean,
): string {
  const place = position === undefined ? '' : `${printPosition(position)}: `;
  const word = colour ? `${colours[severity]}${severity}${reset}` : severity;
  const inside =
    dashboard === undefined
      ? subject
      : subject.replace(`dashboard ${JSON.stringify(dashboard.title)}`, '').replace(/^, /, '');
  return [
    `  ${place}${word} ${id}: ${message}`,
    ...(excerpt === undefined ? [] : [printCaret(excerpt.text, excerpt, { width: 120, indent: '    | ' })]),
    ...(inside === '' ? [] : [`    in: ${inside}`]),
    ...(fix === undefined ? [] : [`    fix: ${fix}`]),
  ].join('\n');
}

function byPlace(a: Finding, b: Finding): number {
  if (a.position === undefined || b.position === undefined)
    return Number(a.position !== undefined) - Number(b.position !== undefined);
  return a.position.line - b.position.line || a.position.column - b.position.column;
}

function countFindings(findings: readonly Finding[]): string {
  const counts = (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? '' : 's'}`];
  });
  return counts.join(', ');
}
