import type { Finding } from '../../model/finding.js';
import type { PlacedSuppression } from '../../model/lint-settings.js';
import type { Check } from '../check.js';
import { matchesGlob } from '../glob.js';
import { isNamed, unknownCheck, type SelectedCheck } from '../select-checks.js';

/** Takes away the findings that somebody accepted. */
export interface Suppressions {
  /** True where one is about files, so that `finish` must know them. */
  readonly namesFiles: boolean;
  /** True where a finding is accepted today. */
  covers(finding: Finding): boolean;
  /**
   * The problems of the suppressions themselves, when everything was linted.
   *
   * @param linted what was linted: what was not cannot need its suppression
   */
  finish(linted: Linted): readonly Finding[];
}

/** The dashboards and files that were linted. */
export interface Linted {
  /** By its uid. */
  dashboard(uid: string): boolean;
  /** The files in which findings can be, from the working folder. */
  readonly files: Iterable<string>;
}

/** The surroundings that suppressions need. */
export interface SuppressionOptions {
  readonly checks: readonly Check[];
  /** The checks that run: a suppression of another one is not unused. */
  readonly selected: readonly SelectedCheck[];
  /** The date of today: `2026-12-31`. */
  readonly today: string;
  /** True where everything was linted that the suppressions may be about. */
  readonly whole: boolean;
}

const date = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** Prepares suppressions; each remembers whether it was of use. */
export function createSuppressions(list: readonly PlacedSuppression[], options: SuppressionOptions): Suppressions {
  const entries = list.map((suppression) => ({ suppression, used: false, faults: faultsOf(suppression, options) }));
  return {
    namesFiles: list.some(({ path }) => path !== undefined),
    covers(finding) {
      let covered = false;
      for (const entry of entries) {
        if (!isAbout(entry.suppression, finding)) continue;
        entry.used = true;
        if (entry.faults.length === 0 && !isExpired(entry.suppression, options.today)) covered = true;
      }
      return covered;
    },
    finish: (linted) =>
      entries.flatMap(({ suppression, used, faults }): readonly Finding[] => {
        if (faults.length > 0) return faults.map((message) => report('unknown', 'error', suppression, message));
        if (isExpired(suppression, options.today)) return [expired(suppression, used)];
        return used || !couldBeUsed(suppression, options, linted) ? [] : [unused(suppression)];
      }),
  };
}

function isAbout({ check, dashboard, panel, path }: PlacedSuppression, finding: Finding): boolean {
  if (!isNamed(finding.id, check)) return false;
  if (path !== undefined && !matchesGlob(finding.position?.file ?? '', path)) return false;
  if (dashboard !== undefined && finding.dashboard?.uid !== dashboard) return false;
  return panel === undefined || finding.panel?.id === panel || finding.panel?.title === panel;
}

function isExpired({ until }: PlacedSuppression, today: string): boolean {
  return until !== undefined && until < today;
}

function couldBeUsed(suppression: PlacedSuppression, options: SuppressionOptions, linted: Linted): boolean {
  const { check: name, dashboard, path } = suppression;
  if (!options.selected.some(({ check }) => isNamed(check.id, name))) return false;
  // The files that a path means are linted in another run than the packs.
  if (path !== undefined && ![...linted.files].some((file) => matchesGlob(file, path))) return false;
  if (dashboard !== undefined) return options.whole || linted.dashboard(dashboard);
  return options.whole || path !== undefined;
}

function faultsOf({ check, reason, until }: PlacedSuppression, { checks }: SuppressionOptions): readonly string[] {
  const hint = unknownCheck(check, checks);
  return [
    ...(hint === undefined ? [] : [`there is no check "${check}" to suppress: ${hint}`]),
    ...(typeof reason === 'string' && reason.trim() !== '' ? [] : [`the suppression of ${check} gives no reason`]),
    ...(until === undefined || date.test(until)
      ? []
      : [`the suppression of ${check} ends at "${until}", which is not a date`]),
  ];
}

function expired(suppression: PlacedSuppression, used: boolean): Finding {
  const { until, reason } = suppression;
  const rest = used ? ': its findings are reported again' : ', and suppresses nothing any more';
  return report('expired', 'warning', suppression, `${nameOf(suppression)} expired on ${until}${rest} ("${reason}")`);
}

function unused(suppression: PlacedSuppression): Finding {
  return report(
    'unused',
    'warning',
    suppression,
    `${nameOf(suppression)} suppresses nothing: remove it ("${suppression.reason}")`,
  );
}

const fixes = {
  unknown: 'correct the suppression: the check’s id, a reason, and, where it has an end, a date such as 2026-12-31',
  expired: 'correct what it hides and remove it, or give it another date',
  unused: 'remove it',
} as const;

function report(
  kind: keyof typeof fixes,
  severity: Finding['severity'],
  suppression: PlacedSuppression,
  message: string,
): Finding {
  const { dashboard, panel, path, position } = suppression;
  const places = [
    path === undefined ? [] : [`files ${path}`],
    dashboard === undefined ? [] : [`dashboard ${dashboard}`],
    panel === undefined ? [] : [`panel ${JSON.stringify(panel)}`],
  ];
  return {
    id: `lint/${kind}-suppression`,
    severity,
    message,
    subject: places.flat().join(', '),
    fix: fixes[kind],
    ...(position === undefined ? {} : { position }),
  };
}

function nameOf({ check, dashboard, panel, path }: PlacedSuppression): string {
  const of = [
    ...(path === undefined ? [] : [path]),
    ...(dashboard === undefined ? [] : [dashboard]),
    ...(panel === undefined ? [] : [JSON.stringify(panel)]),
  ];
  return `the suppression of ${check}${of.length === 0 ? '' : ` for ${of.join(' ')}`}`;
}
