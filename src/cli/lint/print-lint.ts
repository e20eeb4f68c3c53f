import type { Finding, Severity } from '../../core/model/finding.js';
import type { NotChecked } from '../../core/lint/run/lint-document.js';
import type { LintReport } from '../../core/lint/run/lint-run.js';
import type { SkippedGate } from '../outcome.js';
import { count, seconds } from '../print-list.js';
import type { FixedFile } from './lint-files.js';

/** Everything said about a run besides its findings. */
export interface LintSummary {
  readonly report: LintReport;
  readonly shown: readonly Finding[];
  readonly fixed: readonly FixedFile[];
  readonly known: number;
  readonly gone: number;
  readonly baseline: string | undefined;
  /** How many findings `--fix` would put right. */
  readonly fixable: number;
  /** The names of the packs; empty where files were linted. */
  readonly packs: readonly string[];
  /** Files that are neither dashboards nor rules. */
  readonly milliseconds: number;
}

/** Prints what was looked at, what was found, and what to do next. */
export function printSummary(summary: LintSummary): string {
  const { report, shown, fixed, packs, milliseconds } = summary;
  const { files, dashboards, panels, queries, rules } = report.counts;
  const where = packs.length > 0 ? count(packs.length, 'pack') : count(files, 'file');
  const what = [
    count(dashboards, 'dashboard'),
    count(panels, 'panel'),
    queries === 1 ? '1 query' : `${queries} queries`,
    count(rules, 'rule'),
  ];
  const lines = [
    ...fixed.map(({ file, findings }) => `fixed ${file}: ${countIds(findings)}`),
    `${where} checked: ${what.join(', ')} (${seconds(milliseconds)})`,
    ...(report.suppressed === 0 ? [] : [`${count(report.suppressed, 'finding')} suppressed`]),
    ...describeBaseline(summary),
    ...(shown.length === 0 ? ['nothing found'] : nextStep(summary)),
  ];
  return `${lines.join('\n')}\n`;
}

function describeBaseline({ known, gone, baseline }: LintSummary): readonly string[] {
  if (baseline === undefined) return [];
  return [
    ...(known === 0 ? [] : [`${count(known, 'finding')} known from ${baseline}`]),
    ...(gone === 0
      ? []
      : [
          `${count(gone, 'finding')} of ${baseline} ${gone === 1 ? 'is' : 'are'} gone: --update-baseline takes ${gone === 1 ? 'it' : 'them'} out`,
        ]),
  ];
}

function nextStep({ shown, fixable, packs }: LintSummary): readonly string[] {
  const severity = (['error', 'warning', 'note'] as const).find((each) =>
    shown.some((finding) => finding.severity === each),
  );
  const [id] = mostFrequent(shown.filter((finding) => finding.severity === severity));
  if (fixable > 0 && packs.length === 0) return [`next: dashpack lint --fix corrects ${count(fixable, 'finding')}`];
  return id === undefined ? [] : [`next: dashpack explain ${id} says what to do; --only ${id} shows nothing else`];
}

function mostFrequent(findings: readonly Finding[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { id } of findings) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([id]) => id);
}

function countIds(findings: readonly Finding[]): string {
  const ids = mostFrequent(findings);
  return ids.map((id) => `${findings.filter((finding) => finding.id === id).length} × ${id}`).join(', ');
}

/** The unchecked things, as the command line lists them. */
export function skippedOf(notChecked: readonly NotChecked[]): readonly SkippedGate[] {
  return notChecked.map(({ what, reason, count: number, place }) => ({
    gate: `${number} ${number === 1 ? singular[what] : what}`,
    reason: place === '' ? reason : `${reason}${number === 1 ? ':' : ', such as in'} ${place}`,
  }));
}

const singular: Readonly<Record<NotChecked['what'], string>> = {
  files: 'file',
  targets: 'target',
  queries: 'query',
  rules: 'rule',
  parts: 'part',
  checks: 'check',
  findings: 'finding',
};

/** How many findings there are of each severity, for programs. */
export function countSeverities(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const of = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return { error: of('error'), warning: of('warning'), note: of('note') };
}
