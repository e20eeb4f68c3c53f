import { applyChanges } from '../../core/lint/fix/apply-changes.js';
import { KnownDashboards } from '../../core/lint/known-dashboards.js';
import { lintDocument, type DocumentReport, type LintSource } from '../../core/lint/lint-document.js';
import { readDocument, type LintedDocument } from '../../core/lint/read/read-document.js';
import type { LintContext } from '../../core/lint/check.js';
import { isAtLeast } from '../../core/lint/lint-run.js';
import type { Finding, Severity } from '../../core/model/finding.js';
import type { LintSetup } from './lint-settings.js';
import { readText } from './read-text.js';
import type { LintFile, Walk } from './walk.js';
import { writeFixed } from './write-fixed.js';

/** How files are linted. */
export interface LintFilesOptions {
  /** Whether to make the changes that checks are certain of. */
  readonly fix: boolean;
  /** The mildest finding that is put right. */
  readonly minSeverity: Severity;
}

/** A file that `--fix` changed, and the findings that are no more. */
export interface FixedFile {
  readonly file: string;
  readonly findings: readonly Finding[];
}

/**
 * Lints files, one in memory at a time: first what each is called and records, then what is wrong with it.
 *
 * @param heard waits for a turn in which signals are heard
 * @returns the files that were changed
 */
export async function lintFiles(
  { files, skipped }: Walk,
  setup: LintSetup,
  options: LintFilesOptions,
  heard: () => Promise<void>,
): Promise<readonly FixedFile[]> {
  const { run } = setup;
  const known = new KnownDashboards();
  const context: LintContext = await survey(files, known, setup, heard);
  const fixed: FixedFile[] = [];
  for (const { name, reason } of skipped) run.leave({ what: 'files', reason, count: 1, place: name });
  for (const file of files) {
    const text = readText(file);
    if (typeof text === 'string') {
      const change = await lintFile(file, text, setup, context, options);
      if (change !== undefined) fixed.push(change);
    } else run.report(text);
    await heard();
  }
  run.report(...known.duplicates());
  run.report(...setup.suppressions.finish((uid) => known.dashboards.has(uid)));
  return fixed;
}

/** Of a single file there is nothing that others must know. */
async function survey(
  files: readonly LintFile[],
  known: KnownDashboards,
  { context }: LintSetup,
  heard: () => Promise<void>,
): Promise<LintContext> {
  for (const file of files.length > 1 ? files : []) {
    const text = readText(file);
    if (typeof text !== 'string') continue;
    const document = await readDocument({ file: file.name, text });
    known.add(document.dashboards, document.ruleFiles, ({ path }) => placeOf(document, file, [...path, 'uid']));
    await heard();
  }
  return {
    ...context,
    dashboards:
      known.dashboards.size > 1 || context.dashboards !== undefined
        ? new Map([...(context.dashboards ?? []), ...known.dashboards])
        : undefined,
    recorded: new Set([...context.recorded, ...known.recorded]),
  };
}

async function lintFile(
  file: LintFile,
  text: string,
  setup: LintSetup,
  context: LintContext,
  options: LintFilesOptions,
): Promise<FixedFile | undefined> {
  const { run, selected } = setup;
  const document = await readDocument({ file: file.name, text });
  const report = lintOne(document, file, selected, context);
  const fixed = options.fix ? await fixText(file, text, report, setup, context, options.minSeverity) : undefined;
  if (fixed !== undefined && writeFixed(file, text, fixed.text)) {
    finish(fixed.document, file, fixed.report, run);
    return { file: file.name, findings: fixed.findings };
  }
  finish(document, file, text.trimStart().startsWith('{') ? report : { ...report, changes: [] }, run);
  return undefined;
}

/** Changes beside each other are made one after the other: so often at most. */
const mostRounds = 10;

interface FixedText {
  readonly text: string;
  readonly document: LintedDocument;
  readonly report: DocumentReport;
  /** Those that were put right. */
  readonly findings: readonly Finding[];
}

/** Makes the changes of what nobody suppressed, and lints what comes of it. */
async function fixText(
  file: LintFile,
  before: string,
  first: DocumentReport,
  { selected, suppressions }: LintSetup,
  context: LintContext,
  least: Severity,
): Promise<FixedText | undefined> {
  let fixed: FixedText | undefined;
  for (let round = 0; round < mostRounds; round += 1) {
    const wanted = (fixed?.report ?? first).changes.filter(
      ({ finding }) => isAtLeast(finding, least) && !suppressions.covers(finding),
    );
    const { text, made } = applyChanges(
      fixed?.text ?? before,
      wanted.map(({ change }) => change),
    );
    if (made.length === 0) break;
    const document = await readDocument({ file: file.name, text });
    const put = wanted.filter(({ change }) => made.includes(change)).map(({ finding }) => finding);
    fixed = {
      text,
      document,
      report: lintOne(document, file, selected, context),
      findings: [...(fixed?.findings ?? []), ...put],
    };
  }
  return fixed;
}

function finish(document: LintedDocument, file: LintFile, report: DocumentReport, run: LintSetup['run']): void {
  run.add(report);
  run.report(
    ...document.problems.map(({ id, severity, message, fix, line, column }): Finding => {
      return { id, severity, message, subject: '', position: { file: file.name, line, column }, fix };
    }),
  );
}

function lintOne(
  document: LintedDocument,
  file: LintFile,
  selected: LintSetup['selected'],
  context: LintContext,
): DocumentReport {
  const source: LintSource = {
    dashboards: document.dashboards,
    ruleFiles: document.ruleFiles,
    unread: document.unread,
    locate(path, range) {
      const { line, column, endLine, endColumn } = document.locate(path, range);
      return { position: { file: file.name, line, column }, end: { line: endLine, column: endColumn } };
    },
  };
  return lintDocument(source, file.name, selected, context);
}

function placeOf(
  document: LintedDocument,
  file: LintFile,
  path: readonly (string | number)[],
): { file: string; line: number; column: number } {
  const { line, column } = document.locate(path);
  return { file: file.name, line, column };
}
