import { jobsOf } from '../../../promql/analyze/jobs.js';
import { seriesName, seriesOf, type Lookup } from '../../../promql/analyze/lookup.js';
import { some, walk, type Matcher, type Node, type SelectorNode } from '../../../promql/node.js';
import type { LintContext, RuleCheck } from '../../check.js';
import { callsIn, filtersIn } from '../../../document/find/conditions.js';
import type { ReadRule } from '../../../document/read-rule-file.js';

/** An alert that goes quiet when what exports its series dies, with nothing beside it that would notice. */
export const deadExporterGap: RuleCheck = {
  id: 'rule/dead-exporter-gap',
  severity: 'warning',
  summary: 'an alert that resolves when its exporter dies, and no alert that sees that',
  looksAt: 'rule',
  *check(rule, file, context) {
    const watched = watchedBy(rule, context);
    if (watched === undefined || file.rules.some((other) => watches(other, watched, context.catalog))) return;
    if (file.rules.find((other) => watchedBy(other, context)?.job === watched.job) !== rule) return; // the first says it for all
    const who = watched.job === undefined ? 'what exports it' : `the exporter ${watched.job}`;
    yield {
      message: `the alert "${rule.name}" resolves when ${who} dies, because ${watched.metric} is gone then, and no alert of the file sees that`,
      fix: `add an alert beside it: up${watched.job === undefined ? '' : `{job="${watched.job}"}`} == 0, or absent(${watched.metric})`,
    };
  },
};

interface Watched {
  readonly metric: string;
  readonly job: string | undefined;
}

/** The series that must be there for an alert to fire; undefined where none must, or where nobody knows. */
function watchedBy({ kind, node }: ReadRule, { catalog }: LintContext): Watched | undefined {
  if (kind !== 'alert' || node === undefined || filtersIn(node).length === 0 || seesAbsence(node)) return undefined;
  for (const selector of selectorsIn(node)) {
    const metric = seriesName(selector);
    const [job] = jobsAsked(selector, catalog);
    // Without a catalog, only an age tells that series are expected to go on.
    if (metric !== undefined && (job !== undefined || (catalog === undefined && isAge(node)))) return { metric, job };
  }
  return undefined;
}

/** `time() - …`: how old something is. */
function isAge(node: Node): boolean {
  return some(
    node,
    (inner) =>
      inner.kind === 'binary' && inner.operator === '-' && inner.left.kind === 'call' && inner.left.name === 'time',
  );
}

/** True where an expression returns something when series are gone. */
function seesAbsence(node: Node): boolean {
  if (callsIn(node, 'absent', 'absent_over_time').length > 0) return true;
  return selectorsIn(node).some((selector) => seriesName(selector) === 'up');
}

/** True where an alert notices that the exporter of a series dies. */
function watches({ kind, node }: ReadRule, { job, metric }: Watched, catalog: Lookup | undefined): boolean {
  if (kind !== 'alert' || node === undefined || !seesAbsence(node)) return false;
  if (job === undefined) return true;
  return selectorsIn(node).some((selector) => {
    const name = seriesName(selector);
    if (name === 'up') return jobMatches(selector.matchers, job);
    return name === metric || jobsAsked(selector, catalog).includes(job);
  });
}

function jobsAsked(selector: SelectorNode, catalog: Lookup | undefined): readonly string[] {
  const family = catalog === undefined ? undefined : seriesOf(selector, catalog)?.family;
  return family === undefined ? [] : jobsOf(family);
}

/** True where matchers let a job through; where a pattern decides, they are taken to. */
function jobMatches(matchers: readonly Matcher[], job: string): boolean {
  return matchers.every(
    ({ label, operator, value }) =>
      label !== 'job' || (operator !== '=' ? operator !== '!=' || value !== job : value === job),
  );
}

function selectorsIn(node: Node): readonly SelectorNode[] {
  const found: SelectorNode[] = [];
  walk(node, (inner) => {
    if (inner.kind === 'selector') found.push(inner);
  });
  return found;
}
