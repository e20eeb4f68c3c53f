import { expect, test } from 'vitest';
import type { Check, LintContext } from '../../../../../src/core/lint/check.js';
import { promqlChecks } from '../../../../../src/core/lint/checks/promql/index.js';
import { readClassicDashboard } from '../../../../../src/core/document/read/classic.js';
import { checkDashboard } from '../../../../../src/core/lint/run/run-checks.js';
import type { Json, JsonObject } from '../../../../../src/core/model/json.js';
import type { MetricFamily } from '../../../../../src/core/model/metric.js';
import { families as fixture } from '../../../promql/analyze/fixture.js';
import { bareContext, cleanDashboard, contextWith } from '../../lint-one.js';

const [first] = fixture;
if (first === undefined) throw new TypeError('the fixture has no families');

/** The families of the fixture, and those that the clean dashboard asks. */
const families: readonly MetricFamily[] = [
  ...fixture,
  { ...first, name: 'http_requests_total', type: 'counter', labels: { route: { kind: 'open', examples: [] } } },
  { ...first, name: 'process_start_time_seconds', type: 'gauge', labels: {} },
];

/** Two roles, the first of which is where most of the fixture's families are. */
export const pack: NonNullable<LintContext['pack']> = {
  name: 'test',
  roles: [
    { name: 'LOCAL', pinned: true, variable: 'DS_LOCAL', uid: 'prom' },
    { name: 'SHADOW', pinned: false, variable: 'DS_SHADOW', uid: 'prom_shadow' },
  ],
  uids: new Set(['prom', 'prom_shadow']),
};

/** What is known: nothing, the metrics of the fixture as a server lists them, or the pack that declares them. */
export const contexts: { readonly bare: LintContext; readonly catalog: LintContext; readonly pack: LintContext } = {
  bare: bareContext,
  catalog: contextWith(families),
  pack: contextWith(families, { pack }),
};

/** What stands around the query: by default the clean dashboard's first panel, a graph. */
export interface Around {
  readonly context?: LintContext;
  /** Properties of the panel. */
  readonly panel?: { readonly [key: string]: Json };
  /** Properties of the target. */
  readonly target?: { readonly [key: string]: Json };
  /** Properties of the variable `$route`. */
  readonly variable?: { readonly [key: string]: Json };
}

/** The clean dashboard with another query in its first panel. */
export function dashboardWith(expr: string, { panel, target, variable }: Around = {}): JsonObject {
  const clean = cleanDashboard() as {
    panels: { [key: string]: Json }[];
    templating: { list: { [key: string]: Json }[] };
  };
  const [row, graph, ...others] = clean.panels;
  const datasource = { type: 'prometheus', uid: 'prom' };
  const targets = [{ refId: 'A', datasource, expr, legendFormat: '__auto', instant: false, range: true, ...target }];
  const changed = { ...graph, targets, ...panel };
  const list = clean.templating.list.map((declared) => ({ ...declared, ...variable }));
  return { ...clean, panels: [row ?? {}, changed, ...others], templating: { list } };
}

/** What all checks of the group find: `<severity> <id>: <message>`, and behind `@` the part of the query. */
export function findings(
  json: JsonObject,
  context: LintContext = bareContext,
  checks: readonly Check[] = promqlChecks,
): readonly string[] {
  const dashboard = readClassicDashboard(json, []);
  const texts = new Map(dashboard.queries.map(({ exprPath, expr }) => [exprPath.join('.'), expr]));
  return [...checkDashboard(dashboard, checks, context)].map(({ check, problem, subject }) => {
    const text = texts.get((problem.path ?? subject.query?.exprPath ?? []).join('.')) ?? '';
    const part = problem.range === undefined ? '' : ` @ ${text.slice(problem.range.from, problem.range.to)}`;
    return `${problem.severity ?? check.severity} ${check.id}: ${problem.message}${part}`;
  });
}

/** Rows of queries, each with the finding that it gives, and that alone. */
export function finds(
  check: Check,
  rows: readonly (readonly [expr: string, finding: string, around?: Around])[],
): void {
  test.each(rows.map(([expr, finding, around = {}]) => ({ expr, finding, around })))(
    '$expr',
    ({ expr, finding, around }) => {
      const [severity, ...message] = finding.split(': ');
      expect(findings(dashboardWith(expr, around), around.context)).toEqual([
        `${severity} ${check.id}: ${message.join(': ')}`,
      ]);
    },
  );
}

/** Rows of queries in which the check finds nothing. */
export function passes(check: Check, rows: readonly (string | readonly [expr: string, around: Around])[]): void {
  test.each(rows.map((row) => (typeof row === 'string' ? ([row, {}] as const) : row)))(
    'nothing in %s',
    (expr, around) => {
      expect(findings(dashboardWith(expr, around), around.context, [check])).toEqual([]);
    },
  );
}

/** The query after `--fix`, for a check that finds one problem in it. */
export function fixed(check: Check, expr: string): Json | undefined {
  const dashboard = readClassicDashboard(dashboardWith(expr), []);
  const [found] = checkDashboard(dashboard, [check], bareContext);
  return found?.problem.change?.value;
}
