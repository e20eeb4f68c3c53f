import type { GateResult } from '../gates/gate-result.js';
import { countVerdicts, printGate } from '../gates/print-gate.js';
import { printRequiredSeries, type RequiredSeries } from '../gates/required-series.js';
import type { Exchange } from '../ask/exchange.js';

/** The file that says which files of a folder are evidence. */
export const evidenceIndex = 'EVIDENCE.json';

/** One file of evidence. */
export interface EvidenceFile {
  readonly name: string;
  readonly text: string;
}

/** The details of a run, for the summary. */
export interface EvidenceFacts {
  /** `dashpack verify`. */
  readonly command: string;
  readonly version: string;
  /** When it began, as ISO 8601. */
  readonly began: string;
  /** The things that were looked at: packs, servers. */
  readonly about: readonly string[];
}

/** The files of evidence: one for each check, a summary, the required series, and the list of them all. */
export function evidenceFiles(
  results: readonly GateResult[],
  series: readonly RequiredSeries[],
  facts: EvidenceFacts,
): readonly EvidenceFile[] {
  const width = String(results.length).length;
  const checks = results.map((result, index) => ({
    name: `${String(index + 1).padStart(width, '0')}-${nameOf(result)}.txt`,
    text: printEvidence(result),
  }));
  const files = [
    { name: 'SUMMARY.txt', text: summary(results, facts) },
    { name: 'PROM_REQUIRED_SERIES.tsv', text: printRequiredSeries(series) },
    ...checks,
  ];
  const names = [evidenceIndex, ...files.map(({ name }) => name)].sort();
  return [...files, { name: evidenceIndex, text: `${JSON.stringify({ ...facts, files: names }, null, 2)}\n` }];
}

function summary(results: readonly GateResult[], { command, version, began, about }: EvidenceFacts): string {
  const { pass, fail, skip } = countVerdicts(results);
  const head = [`${command} ${version}, ${began}`, ...about, `${pass} passed, ${fail} failed, ${skip} not checked`];
  return `${head.join('\n')}\n\n${results.map(printGate).join('')}`;
}

function printEvidence(result: GateResult): string {
  const { exchanges = [] } = result;
  const asked = exchanges.length === 0 ? ['Nothing was asked of a server.\n'] : exchanges.map(printExchange);
  return `${printGate(result)}\n${asked.join('\n')}`;
}

function printExchange({ method, url, form, status, answer, milliseconds }: Exchange): string {
  const outcome = status === undefined ? 'no answer' : `status ${status}`;
  const after = milliseconds === undefined ? '' : ` after ${milliseconds} ms`;
  const sent = form === '' ? '' : `${form}\n`;
  return `> ${method} ${url}\n${sent}< ${outcome}${after}\n${answer}\n`;
}

function nameOf({ check, subject, verdict }: GateResult): string {
  const plain = `${check}-${subject}`.replaceAll(/[^A-Za-z0-9._-]+/g, '_').slice(0, 100);
  return `${plain}.${verdict.toUpperCase()}`;
}
