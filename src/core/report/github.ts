import type { Finding, Severity } from '../model/finding.js';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

/**
 * Prints findings as GitHub's workflow commands, which it shows at the lines of a pull request.
 * Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function* reportGithub(findings: readonly Finding[]): Generator<string> {
  for (const finding of findings) yield `${printCommand(finding)}\n`;
}

function printCommand({ id, severity, message, subject, position, fix }: Finding): string {
  const place =
    position === undefined
      ? []
      : [
          ['file', position.file],
          ['line', position.line],
          ['col', position.column],
        ];
  const properties = [...place, ['title', id]].map(([key, value]) => `${key}=${escapeProperty(`${value}`)}`);
  const lines = [message, ...(subject === '' ? [] : [`in: ${subject}`]), ...(fix === undefined ? [] : [`fix: ${fix}`])];
  return `::${commands[severity]} ${properties.join(',')}::${escapeData(lines.join('\n'))}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
