import { fixText } from '../../core/lint/fix/fix-text.js';
import { createSpans } from '../../core/lint/fix/json-span.js';
import { KnownDashboards } from '../../core/lint/run/known-dashboards.js';
import { lintDocument, type DocumentReport, type LintSource } from '../../core/lint/run/lint-document.js';
import { readDocument, type ReadDocument } from '../../core/document/read/read-document.js';
import type { LintContext } from '../../core/lint/check.js';
import { isAtLeast } from '../../core/lint/run/lint-run.js';
import type { Finding, Severity } from '../../core/model/finding.js';
import { createCollector } from './collector.js';
import type { LintSetup } from './lint-settings.js';
import { readFinding, readText } from './read-text.js';
import type { LintFile, Walk } from './walk.js';
import { isJson, writeFixed } from './write-fixed.js';

/** How files are linted. */
export interface LintFilesOptions {
  /** True where to make the changes that checks are certain of. */
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
  const linted = new Set<string>();
  for (const { name, reason } of skipped) run.leave({ what: 'files', reason, count: 1, place: name });
  const collect = createCollector(collectEvery);
  for (const file of files) {
    collect(file.size);
    const text = await readText(file);
    if (typeof text === 'string') {
      const change = await lintFile(file, text, {
        setup,
        context: { ...context, file: file.name },
        options,
        linted,
      });
      if (change !== undefined) fixed.push(change);
    } else run.report(...text);
    run.close();
    await heard();
  }
  run.report(
    ...setup.suppressions.finish({ dashboard: (uid) => linted.has(uid), files: files.map(({ name }) => name) }),
  );
  return fixed;
}

/** In bytes of files. */
const collectEvery = 2 ** 23;

/** Of a single file there is nothing that others must know. */
async function survey(
  files: readonly LintFile[],
  known: KnownDashboards,
  { context }: LintSetup,
  heard: () => Promise<void>,
): Promise<LintContext> {
  const collect = createCollector(collectEvery);
  for (const file of files.length > 1 ? files : []) {
    collect(file.size);
    const text = await readText(file);
    if (typeof text !== 'string') continue;
    const document = await readDocument({ file: file.name, text });
    known.add(document.dashboards, document.ruleFiles, file.name);
    await heard();
  }
  return {
    ...context,
    dashboards:
      known.dashboards.size > 1 || context.dashboards !== undefined
        ? new Map([...(context.dashboards ?? []), ...known.dashboards])
        : undefined,
    copies: known.copies(),
    recorded: new Set([...context.recorded, ...known.recorded]),
  };
}

async function lintFile(
  file: LintFile,
  text: string,
  { setup, context, options: { fix, minSeverity }, linted }: FileOptions,
): Promise<FixedFile | undefined> {
  const { run, selected, suppressions } = setup;
  const lint = async (current: string): Promise<FileReport> => {
    const document = await readDocument({ file: file.name, text: current });
    for (const { uid } of document.dashboards) if (uid !== undefined) linted.add(uid);
    return { document, ...lintOne(document, file, selected, context) };
  };
  const report = await lint(text);
  const isWanted = (finding: Finding): boolean => isAtLeast(finding, minSeverity) && !suppressions.covers(finding);
  const fixed = fix && isJson(text) ? await fixText(text, report, lint, isWanted) : undefined;
  if (fixed !== undefined && writeFixed(file, fixed.text)) {
    finish(file, fixed.report, run);
    return { file: file.name, findings: fixed.findings };
  }
  finish(file, { ...report, changes: possibleIn(text, report.changes) }, run);
  return undefined;
}

/** Everything needed to lint a file. */
interface FileOptions {
  readonly setup: LintSetup;
  readonly context: LintContext;
  readonly options: LintFilesOptions;
  /** The uids of the dashboards that were linted. */
  readonly linted: Set<string>;
}

/** The result of linting a file. */
interface FileReport extends DocumentReport {
  readonly document: ReadDocument;
}

/** The changes that can be made: those of a JSON file, but not of a text within it, nor of YAML. */
function possibleIn(text: string, changes: DocumentReport['changes']): DocumentReport['changes'] {
  if (!/^\s*[[{]/.test(text.slice(0, 1000))) return [];
  if (changes.length === 0 || !/"\s*[[{]\s*\\/.test(text)) return changes;
  const find = createSpans(text);
  return changes.filter(({ changes: all }) =>
    all.every(
      ({ path }) => find(path) !== undefined || /[[{]/.test(text[find(path.slice(0, -1))?.value.from ?? -1] ?? ''),
    ),
  );
}

function finish(file: LintFile, { document, ...report }: FileReport, run: LintSetup['run']): void {
  run.add(report);
  run.report(...document.problems.map((problem) => readFinding(file, problem)));
}

function lintOne(
  document: ReadDocument,
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
