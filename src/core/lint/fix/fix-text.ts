import type { Finding } from '../../model/finding.js';
import type { FoundChange } from '../run/lint-document.js';
import { applyChanges } from './apply-changes.js';

/** A text that was put right. */
export interface FixedText<Report> {
  readonly text: string;
  /** The report of linting the final text. */
  readonly report: Report;
  /** The findings that were put right. */
  readonly findings: readonly Finding[];
}

/** So often at most: changes beside each other are made one after the other, and each makes one finding less. */
const mostRounds = 200;

/**
 * Makes the changes of a JSON text that are certain, and lints what comes of it, until there is none left.
 *
 * @param lint what is wrong in a text
 * @param isWanted whether a finding is to be put right
 * @returns undefined where nothing was to be done
 */
export async function fixText<Report extends { readonly changes: readonly FoundChange[] }>(
  before: string,
  first: Report,
  lint: (text: string) => Promise<Report>,
  isWanted: (finding: Finding) => boolean,
): Promise<FixedText<Report> | undefined> {
  let fixed: FixedText<Report> | undefined;
  for (let round = 0; round < mostRounds; round += 1) {
    const { report, text: current, findings } = fixed ?? { report: first, text: before, findings: [] };
    const wanted = report.changes.filter(({ finding }) => isWanted(finding));
    const { text, made } = applyChanges(
      current,
      wanted.map(({ changes }) => changes),
    );
    if (made.length === 0 || text === current) break;
    const done = new Set(made);
    const put = wanted.filter(({ changes }) => done.has(changes)).map(({ finding }) => finding);
    fixed = { text, report: await lint(text), findings: [...findings, ...put] };
  }
  return fixed;
}
