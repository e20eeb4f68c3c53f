import type { Check, LintContext, Problem } from '../check.js';
import { standingAt } from './standing-at.js';
import { asDashboard, asQuery } from '../../document/find/as-query.js';
import type { ReadDashboard, ReadPanel, ReadQuery, ReadVariable } from '../../document/read-dashboard.js';
import type { ReadRule, ReadRuleFile } from '../../document/read-rule-file.js';

/** The thing that a check looked at when it found a problem. */
export interface LintSubject {
  readonly dashboard: ReadDashboard | undefined;
  readonly panel: ReadPanel | undefined;
  readonly query: ReadQuery | undefined;
  readonly variable: ReadVariable | undefined;
  readonly rule: ReadRule | undefined;
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
  dashboard: ReadDashboard,
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
  file: ReadRuleFile,
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

/**
 * A subject narrowed to one panel or query: what looks at a whole dashboard or panel finds problems of one part of it.
 */
function narrowed(subject: LintSubject, { path }: Problem): LintSubject {
  const { dashboard, panel, query, variable } = subject;
  if (dashboard === undefined || path === undefined || query !== undefined || variable !== undefined) return subject;
  const at = standingAt(dashboard, path);
  return { ...subject, panel: panel ?? at.panel, query: at.query };
}
