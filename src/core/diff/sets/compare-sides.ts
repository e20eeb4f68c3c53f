import type { Lookup } from '../../promql/analyze/lookup.js';
import type { Comparison, DashboardChange } from '../change.js';
import { compareDashboards, oneSided } from '../dashboard/compare-dashboard.js';
import { pair } from '../pair/pair.js';
import { compareRuleFiles } from '../rule/compare-rules.js';
import type { Side } from '../side.js';

const nothingKnown: Lookup = Object.assign(() => undefined, { names: [] });

/**
 * Compares two sets of dashboards and rules, for those who look at them. Dashboards belong together by their uid, then by
 * file, then by title.
 *
 * @param lookup the catalog, which tells units and labels. Default: nobody knows any metric.
 */
export function compareSides(before: Side, after: Side, lookup: Lookup = nothingKnown): Comparison {
  const dashboards = pair(before.dashboards, after.dashboards, [
    ({ read, file }) => (read.uid === undefined ? undefined : `${read.uid}\0${file}`),
    ({ read }) => read.uid,
    ({ file, read }) => `${file}\0${read.title}`,
    ({ file }) => file,
    ({ read }) => read.title,
  ]);
  const compared = dashboards.both.map((each) => compareDashboards(each.before, each.after, lookup));
  const changed = compared.filter((each) => each !== undefined);
  const rules = pair(before.rules, after.rules, [({ file }) => file]);
  const tests = { before: before.tests, after: after.tests };
  const ruleFiles = [
    ...rules.gone.map((each) => compareRuleFiles(each, undefined, tests, lookup)),
    ...rules.both.map((each) => compareRuleFiles(each.before, each.after, tests, lookup)),
    ...rules.come.map((each) => compareRuleFiles(undefined, each, tests, lookup)),
  ].filter((each) => each !== undefined);
  return {
    dashboards: [
      ...dashboards.gone.map((each): DashboardChange => oneSided(each, 'removed')),
      ...changed,
      ...dashboards.come.map((each): DashboardChange => oneSided(each, 'added')),
    ],
    ruleFiles,
    otherFiles: otherFiles(before, after),
    same: {
      dashboards: compared.length - changed.length,
      ruleFiles: rules.both.length - ruleFiles.filter(({ state }) => state === 'changed').length,
    },
  };
}

function otherFiles({ others: before }: Side, { others: after }: Side): Comparison['otherFiles'] {
  const files = [...new Set([...before.keys(), ...after.keys()])].sort();
  return files.flatMap((file) => {
    const [left, right] = [before.get(file), after.get(file)];
    if (left === right) return [];
    return [{ file, state: left === undefined ? 'added' : right === undefined ? 'removed' : 'changed' }];
  });
}
