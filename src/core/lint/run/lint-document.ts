import type { Excerpt, Finding } from '../../model/finding.js';
import type { Position } from '../../model/position.js';
import type { Change, Check, LintContext } from '../check.js';
import type { JsonPath, TextRange } from '../../document/json-path.js';
import { createOwnTexts, type OwnText } from './own-texts.js';
import { checkDashboard, checkRuleFile, type FoundProblem, type LintSubject } from './run-checks.js';
import type { SelectedCheck } from '../select-checks.js';
import type { ReadDashboard, ReadQuery } from '../../document/read-dashboard.js';
import type { ReadRule, ReadRuleFile } from '../../document/read-rule-file.js';

/** A place in what is linted. */
export interface FoundPlace {
  readonly position?: Position;
  readonly end?: { readonly line: number; readonly column: number };
}

/** Something that is linted: a file, or a dashboard of a pack. */
export interface LintSource {
  readonly dashboards: readonly ReadDashboard[];
  readonly ruleFiles: readonly ReadRuleFile[];
  readonly unread: readonly { readonly path: JsonPath; readonly reason: string }[];
  /** Where a problem stands. A range counts within the text that stands at the path. */
  locate(path: JsonPath, range: TextRange | undefined, subject: LintSubject): FoundPlace;
}

/** Changes that `--fix` makes, and the finding that they put right. */
export interface FoundChange {
  readonly changes: readonly Change[];
  readonly finding: Finding;
}

/** The outcome of linting one source. */
export interface DocumentReport {
  readonly findings: readonly Finding[];
  readonly changes: readonly FoundChange[];
  readonly counts: LintCounts;
  readonly notChecked: readonly NotChecked[];
}

/**
 * The numbers of things looked at. Queries and rules count where they parse; the others are among what was not checked.
 */
export interface LintCounts {
  readonly dashboards: number;
  readonly panels: number;
  readonly queries: number;
  readonly rules: number;
}

/** Something that was not checked, and why. */
export interface NotChecked {
  /** In the plural: `targets`. */
  readonly what: 'files' | 'targets' | 'queries' | 'rules' | 'parts' | 'checks' | 'findings';
  readonly reason: string;
  readonly count: number;
  /** The first of them. */
  readonly place: string;
}

/** From one check in one dashboard or rule file more findings say nothing new: the rest is counted. */
const mostFindings = 200;

/** Runs checks over one source. A check that fails on it is listed as not run; the others go on. */
export function lintDocument(
  source: LintSource,
  file: string,
  selected: readonly SelectedCheck[],
  context: LintContext,
): DocumentReport {
  const collected = new Map<string, Finding>();
  const changes: FoundChange[] = [];
  const notChecked: NotChecked[] = [];
  const own = createOwnTexts();
  const add = (found: FoundProblem, { severity }: SelectedCheck): boolean => {
    const finding = toFinding(found, severity, source, own);
    const key = keyOf(finding);
    if (collected.has(key)) return false;
    collected.set(key, finding);
    const { change, changes: several = change === undefined ? [] : [change] } = found.problem;
    if (several.length > 0) changes.push({ changes: several, finding });
    return true;
  };
  const run = (each: SelectedCheck, place: string, problems: (check: Check) => Iterable<FoundProblem>): void => {
    let count = 0;
    try {
      for (const found of problems(each.check)) {
        if (count >= mostFindings) {
          notChecked.push({
            what: 'findings',
            reason: `more than ${mostFindings} of ${each.check.id} in one place`,
            count: 1,
            place,
          });
          return;
        }
        if (add(found, each)) count += 1;
      }
    } catch (error) {
      const reason = `${each.check.id} failed: ${error instanceof Error ? error.message : String(error)}`;
      notChecked.push({ what: 'checks', reason, count: 1, place });
    }
  };
  for (const dashboard of source.dashboards) {
    for (const each of selected) run(each, file, (check) => checkDashboard(dashboard, [check], context));
    notChecked.push(...leftOut(dashboard, file));
  }
  for (const rules of source.ruleFiles) {
    for (const each of selected) run(each, file, (check) => checkRuleFile(rules, [check], context));
    notChecked.push(
      ...rules.unread.map(({ reason }): NotChecked => ({ what: 'parts', reason, count: 1, place: file })),
    );
  }
  notChecked.push(...source.unread.map(({ reason }): NotChecked => ({ what: 'parts', reason, count: 1, place: file })));
  return { findings: [...collected.values()], changes, counts: countOf(source), notChecked };
}

function toFinding(
  { check, problem, subject }: FoundProblem,
  severity: Finding['severity'] | undefined,
  source: LintSource,
  own: OwnText,
): Finding {
  const asked = subject.query ?? subject.rule;
  const path =
    problem.path ?? asked?.exprPath ?? subject.panel?.path ?? subject.variable?.path ?? subject.dashboard?.path ?? [];
  const isInQuery = asked !== undefined && path.join('\0') === asked.exprPath.join('\0');
  const range = !isInQuery || problem.range === undefined ? undefined : within(asked, problem.range);
  const { position, end } = source.locate(path, range, subject);
  const { dashboard, panel } = subject;
  return {
    id: check.id,
    severity: severity ?? problem.severity ?? check.severity,
    message: own(short(problem.message, 1000)),
    subject: own(describe(subject)),
    ...(position === undefined ? {} : { position }),
    ...(end === undefined ? {} : { end }),
    ...(asked === undefined || problem.range === undefined
      ? {}
      : { excerpt: excerptOf(asked.expr, problem.range, own) }),
    ...(dashboard === undefined
      ? {}
      : {
          dashboard: named(own(short(dashboard.title)), {
            uid: dashboard.uid === undefined ? undefined : own(short(dashboard.uid)),
          }),
        }),
    ...(panel === undefined ? {} : { panel: named(own(short(panel.title)), { id: panel.id }) }),
    ...(problem.fix === undefined ? {} : { fix: own(problem.fix) }),
  };
}

function named<Name extends object>(
  title: string,
  name: Name,
): { title: string } & { [K in keyof Name]?: Exclude<Name[K], undefined> } {
  const known = Object.fromEntries(Object.entries(name).filter(([, value]) => value !== undefined));
  return { ...(known as { [K in keyof Name]?: Exclude<Name[K], undefined> }), title };
}

function within(asked: ReadQuery | ReadRule, { from, to }: TextRange): TextRange {
  const start = 'exprFrom' in asked ? asked.exprFrom : 0;
  return { from: start + from, to: start + to };
}

/** A hostile file has titles of megabytes. */
function short(text: string, most = 200): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** Long queries are cut around what is meant. */
function excerptOf(text: string, { from, to }: TextRange, own: OwnText): Excerpt {
  const start = Math.max(0, from - 200);
  const last = Math.min(to, from + 400);
  return { text: own(text.slice(start, last + 200)), from: from - start, to: last - start };
}

function describe({ dashboard, panel, query, variable, rule }: LintSubject): string {
  if (rule !== undefined)
    return `group ${JSON.stringify(short(rule.group))}, ${rule.kind} ${JSON.stringify(short(rule.name))}`;
  const name = dashboard === undefined ? [] : [`dashboard ${JSON.stringify(short(dashboard.title))}`];
  const inside =
    panel === undefined
      ? []
      : [`panel ${panel.title === '' ? `${panel.id ?? 'without a title'}` : JSON.stringify(short(panel.title))}`];
  const asked =
    query === undefined
      ? []
      : [
          query.owner === 'panel'
            ? `query ${short(query.refId ?? 'without a ref id')}`
            : `query of ${query.owner === 'annotation' ? 'an' : 'a'} ${query.owner}`,
        ];
  const chosen = variable === undefined ? [] : [`variable ${JSON.stringify(short(variable.name))}`];
  return [...name, ...inside, ...asked, ...chosen].join(', ');
}

function leftOut(dashboard: ReadDashboard, file: string): readonly NotChecked[] {
  const unparsed = dashboard.queries.filter(({ node }) => node === undefined).length;
  const others = new Map<string, number>();
  for (const { others: types } of dashboard.panels)
    for (const type of types) others.set(type, (others.get(type) ?? 0) + 1);
  return [
    ...(unparsed === 0
      ? []
      : [{ what: 'queries', reason: 'they do not parse', count: unparsed, place: file } as const]),
    ...[...others].map(([type, count]): NotChecked => ({
      what: 'targets',
      reason: `their datasource is ${type}, not Prometheus`,
      count,
      place: file,
    })),
    ...dashboard.unread.map(({ reason }): NotChecked => ({ what: 'parts', reason, count: 1, place: file })),
  ];
}

function countOf({ dashboards, ruleFiles }: LintSource): LintCounts {
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  return {
    dashboards: dashboards.length,
    panels: sum(dashboards.map(({ panels }) => panels.length)),
    queries: sum(dashboards.map(({ queries }) => queries.filter(({ node }) => node !== undefined).length)),
    rules: sum(ruleFiles.map(({ rules }) => rules.filter(({ node }) => node !== undefined).length)),
  };
}

function keyOf({ id, position, end, subject, message }: Finding): string {
  const place =
    position === undefined
      ? subject
      : `${position.file}:${position.line}:${position.column}:${end?.line}:${end?.column}`;
  return `${id}\0${place}\0${subject}\0${message}`;
}
