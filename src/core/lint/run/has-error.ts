import type { LintContext, Problem } from '../check.js';
import { shapeOf } from '../judge/shape.js';
import type { SelectedCheck } from '../select-checks.js';
import type { ReadDashboard } from '../../document/read-dashboard.js';

/**
 * True where checks find an error in a dashboard: nothing is said of it, no place is looked for, and what was found
 * sound of one query is not asked again of others of its shape. A check that fails counts as one that found something.
 */
export function hasError(dashboard: ReadDashboard, selected: readonly SelectedCheck[], context: LintContext): boolean {
  try {
    return selected.some((each) => findsError(each, dashboard, context));
  } catch {
    return true;
  }
}

function findsError(selected: SelectedCheck, dashboard: ReadDashboard, context: LintContext): boolean {
  const { check } = selected;
  switch (check.looksAt) {
    case 'dashboard':
      return dashboard.form !== 'library' && isAmong(check.check(dashboard, context), selected);
    case 'panel':
      return dashboard.panels.some((panel) => isAmong(check.check(panel, dashboard, context), selected));
    case 'query':
      return findsErrorInQueries(selected, dashboard, context);
    case 'variable':
      return dashboard.variables.some((variable) => isAmong(check.check(variable, dashboard, context), selected));
    case 'rule':
      return false;
  }
}

function findsErrorInQueries(selected: SelectedCheck, dashboard: ReadDashboard, context: LintContext): boolean {
  const { check } = selected;
  if (check.looksAt !== 'query') return false;
  const ofTree = ofTreeAlone.has(check.id);
  for (const query of dashboard.queries) {
    const sound = ofTree && query.node !== undefined ? shapeOf(query.node)?.sound : undefined;
    if (sound?.has(check) === true) continue;
    const problems = [...check.check(query, dashboard, context)];
    if (isAmong(problems, selected)) return true;
    if (problems.length === 0) sound?.add(check);
  }
  return false;
}

function isAmong(problems: Iterable<Problem>, { check, severity }: SelectedCheck): boolean {
  for (const problem of problems) if ((severity ?? problem.severity ?? check.severity) === 'error') return true;
  return false;
}

/**
 * The checks that find nothing in a query by its tree and what the pack declares alone: not by its panel or dashboard,
 * and not by the values of labels that may be anything. A test holds this.
 */
export const ofTreeAlone: ReadonlySet<string> = new Set([
  'promql/bare-histogram',
  'promql/can-never-match',
  'promql/can-never-return',
  'promql/does-not-parse',
  'promql/label-value',
  'promql/mixed-roles',
  'promql/quantile-on-non-bucket',
  'promql/quantile-out-of-range',
  'promql/quantile-without-le',
  'promql/rate-of-aggregation',
  'promql/rate-on-gauge',
  'promql/unknown-label',
  'promql/unknown-metric',
  'promql/wrong-types',
]);
