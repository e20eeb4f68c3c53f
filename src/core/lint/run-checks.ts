import type { Check, LintContext, Problem } from './check.js';
import { standingAt } from './standing-at.js';
import { asDashboard, asQuery } from './rule/as-query.js';
import type {
  LintedDashboard,
  LintedPanel,
  LintedQuery,
  LintedRule,
  LintedRuleFile,
  LintedVariable,
} from './subject.js';

/** What a check looked at when it found a problem. */
export interface LintSubject {
  readonly dashboard: LintedDashboard | undefined;
  readonly panel: LintedPanel | undefined;
  readonly query: LintedQuery | undefined;
  readonly variable: LintedVariable | undefined;
  readonly rule: LintedRule | undefined;
}

/** A problem with the check that found it and what it looked at. */
export interface FoundProblem {
  readonly check: Check;
  readonly problem: Problem;
  readonly subject: LintSubject;
}

const nothing: LintSubject = {
  dashboard: undefined,
  panel: undefined,
  query: undefined,
  variable: undefined,
  rule: undefined,
};

/** Runs checks over a dashboard, in the order of the checks. */
export function* checkDashboard(
  dashboard: LintedDashboard,
  checks: readonly Check[],
  context: LintContext,
): Generator<FoundProblem> {
  for (const check of checks) {
    switch (check.looksAt) {
      case 'dashboard':
        if (dashboard.form === 'library') break;
        yield* found(check, check.check(dashboard, context), { ...nothing, dashboard });
        break;
      case 'panel':
        for (const panel of dashboard.panels) {
          yield* found(check, check.check(panel, dashboard, context), { ...nothing, dashboard, panel });
        }
        break;
      case 'query':
        for (const query of dashboard.queries) {
          yield* found(check, check.check(query, dashboard, context), {
            ...nothing,
            dashboard,
            panel: query.panel,
            query,
          });
        }
        break;
      case 'variable':
        for (const variable of dashboard.variables) {
          yield* found(check, check.check(variable, dashboard, context), { ...nothing, dashboard, variable });
        }
        break;
      case 'rule':
        break;
    }
  }
}

/** Runs checks over a rule file: those that look at rules, and those of PromQL over their expressions. */
export function* checkRuleFile(
  file: LintedRuleFile,
  checks: readonly Check[],
  context: LintContext,
): Generator<FoundProblem> {
  for (const check of checks) {
    if (check.looksAt === 'rule') {
      for (const rule of file.rules) yield* found(check, check.check(rule, file, context), { ...nothing, rule });
    } else if (check.looksAt === 'query' && check.id.startsWith('promql/')) {
      const dashboard = asDashboard(file);
      for (const rule of file.rules)
        yield* found(check, check.check(asQuery(rule), dashboard, context), { ...nothing, rule });
    }
  }
}

function* found(check: Check, problems: Iterable<Problem>, subject: LintSubject): Generator<FoundProblem> {
  for (const problem of problems) yield { check, problem, subject: narrowed(subject, problem) };
}

/** What looks at a whole dashboard or panel finds problems of one panel or query of it: those are named. */
function narrowed(subject: LintSubject, { path }: Problem): LintSubject {
  const { dashboard, panel, query, variable } = subject;
  if (dashboard === undefined || path === undefined || query !== undefined || variable !== undefined) return subject;
  const at = standingAt(dashboard, path);
  return { ...subject, panel: panel ?? at.panel, query: at.query };
}
