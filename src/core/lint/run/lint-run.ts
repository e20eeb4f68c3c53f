import type { Finding, Severity } from '../../model/finding.js';
import type { DocumentReport, LintCounts, NotChecked } from './lint-document.js';
import type { Suppressions } from './suppressions.js';

/** The outcome of a whole run of the linter. */
export interface LintReport {
  readonly findings: readonly Finding[];
  /** How many findings were suppressed. */
  readonly suppressed: number;
  readonly counts: LintCounts & { readonly files: number };
  /** The findings that `--fix` would put right. */
  readonly fixable: ReadonlySet<Finding>;
  /** The things not checked, one entry for each reason. */
  readonly notChecked: readonly NotChecked[];
}

/** Collects what comes of linting one source after the other. */
export class LintRun {
  readonly #suppressions: Suppressions;
  readonly #findings: Finding[] = [];
  /** Of findings at lines of TypeScript, where they are in the list and in how many dashboards they are. */
  readonly #shared = new Map<string, { readonly index: number; readonly dashboards: Set<string> }>();
  /** Of findings in files that are closed: their places in the list, where they are in several dashboards. */
  readonly #others = new Map<number, number>();
  readonly #notChecked = new Map<string, NotChecked>();
  readonly #counts = { files: 0, dashboards: 0, panels: 0, queries: 0, rules: 0 };
  #suppressed = 0;
  readonly #fixable = new Set<Finding>();

  constructor(suppressions: Suppressions) {
    this.#suppressions = suppressions;
  }

  /**
   * Adds what came of one source.
   *
   * @param own suppressions that hold for this source only
   */
  add(report: DocumentReport, own?: Suppressions): void {
    const { counts, findings, changes } = report;
    for (const name of ['dashboards', 'panels', 'queries', 'rules'] as const) this.#counts[name] += counts[name];
    if (counts.dashboards + counts.rules > 0) this.#counts.files += 1;
    for (const each of report.notChecked) this.leave(each);
    const kept = new Set(findings.filter((finding) => !this.#isSuppressed(finding, own)));
    this.#suppressed += findings.length - kept.size;
    this.report(...kept);
    for (const { finding } of changes) if (kept.has(finding)) this.#fixable.add(finding);
  }

  /** Adds findings. What one line put into several dashboards is one problem. */
  report(...findings: readonly Finding[]): void {
    for (const finding of findings) {
      const { id, message, position, dashboard, subject } = finding;
      const inside = subject.replace(JSON.stringify(dashboard?.title), '');
      const key = [id, position?.file, position?.line, position?.column, inside, message].join('\0');
      const before = this.#shared.get(key);
      const name = dashboard?.uid ?? dashboard?.title ?? '';
      if (before !== undefined && !before.dashboards.has(name)) before.dashboards.add(name);
      else {
        this.#shared.set(key, { index: this.#findings.length, dashboards: new Set([name]) });
        this.#findings.push(finding);
      }
    }
  }

  /** Adds something that was not checked. */
  leave(left: NotChecked): void {
    const key = `${left.what}\0${left.reason}`;
    const before = this.#notChecked.get(key);
    this.#notChecked.set(key, before === undefined ? left : { ...before, count: before.count + left.count });
  }

  /** Says that nothing more comes of what was linted so far: what tells its findings apart can go. */
  close(): void {
    for (const { index, dashboards } of this.#shared.values()) {
      if (dashboards.size > 1) this.#others.set(index, dashboards.size - 1);
    }
    this.#shared.clear();
  }

  finish(): LintReport {
    this.close();
    return {
      findings: this.#findings.map((finding, index) => {
        const more = this.#others.get(index) ?? 0;
        return more === 0
          ? finding
          : { ...finding, subject: `${finding.subject}, and in ${more} more dashboard${more === 1 ? '' : 's'}` };
      }),
      suppressed: this.#suppressed,
      fixable: this.#fixable,
      counts: this.#counts,
      notChecked: [...this.#notChecked.values()],
    };
  }

  /** Asks both, so that each knows that it was of use. */
  #isSuppressed(finding: Finding, own: Suppressions | undefined): boolean {
    const here = own?.covers(finding) ?? false;
    return this.#suppressions.covers(finding) || here;
  }
}

const ranks: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 };

/** True where a finding is at least as severe as asked. */
export function isAtLeast(finding: Finding, least: Severity): boolean {
  return ranks[finding.severity] >= ranks[least];
}
