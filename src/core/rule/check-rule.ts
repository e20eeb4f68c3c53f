import type { ResolvedQuery } from '../dashboard/resolve-query.js';
import { walk } from '../promql/node.js';
import type { AlertDefinition } from './alert.js';
import type { RecordingRuleDefinition } from './recording-rule.js';
import type { AnyRule } from './rule-file.js';
import { computedActions, templateLabels } from './template.js';
import { grafanaWindowIn } from './test-series.js';

/** The problems of a rule, by the id of the check. */
export interface RuleProblem {
  readonly id: string;
  readonly message: string;
}

/** The problems that types cannot see in a rule, or did not where they were widened. */
export function ruleProblems(rule: AnyRule, role: string, query: ResolvedQuery): readonly RuleProblem[] {
  return [
    ...roleProblems(query, role),
    ...grafanaProblems(rule, query),
    ...(rule.kind === 'alert' ? alertProblems(rule, query) : recordedProblems(rule, query)),
  ];
}

function roleProblems({ analysis }: ResolvedQuery, role: string): readonly RuleProblem[] {
  return analysis.roles
    .filter((asked) => asked !== role)
    .map((asked) => ({
      id: 'rule/other-role',
      message: `it asks ${asked}, and its file is for ${role}: move the rule to a file of ${asked}`,
    }));
}

/** The variables that only a dashboard fills in. */
function grafanaProblems({ node }: AnyRule, { analysis }: ResolvedQuery): readonly RuleProblem[] {
  const found = new Set(analysis.variables.map((name) => `$${name}`));
  walk(node, (inner) => {
    const window = grafanaWindowIn(inner);
    if (window !== undefined) found.add(window);
  });
  return [...found].map((text) => ({
    id: 'rule/grafana-variable',
    message: `it uses ${text}, which only a dashboard fills in: write the window or value out`,
  }));
}

function alertProblems(alert: AlertDefinition, { analysis }: ResolvedQuery): readonly RuleProblem[] {
  const { carried } = analysis;
  const problems: RuleProblem[] = [];
  for (const [name, text] of Object.entries(alert.annotations)) {
    for (const label of templateLabels(text)) {
      if (carried.others || carried.possible.has(label)) continue;
      const list = [...carried.possible].join(', ') || 'no label';
      problems.push({
        id: 'rule/unknown-label-in-template',
        message: `its ${name} reads the label "${label}", which its query does not return; it returns ${list}`,
      });
    }
  }
  return [...problems, ...testProblems(alert)];
}

function testProblems({ tests, annotations }: AlertDefinition): readonly RuleProblem[] {
  const fires = tests.some(({ expectations }) => expectations.some((each) => each.fires));
  const silent = tests.some(({ expectations }) => expectations.every((each) => !each.fires));
  const problems: RuleProblem[] = [];
  if (!fires) {
    problems.push({ id: 'rule/untested', message: 'no test shows that it fires: add an alertTest with firesAt(…)' });
  }
  if (!silent) {
    problems.push({
      id: 'rule/untested',
      message: 'no test shows that it stays silent when all is well: add an alertTest with silentUntil(…) alone',
    });
  }
  const computed = Object.values(annotations).reduce((sum, text) => sum + computedActions(text), 0);
  for (const { name, expectations } of tests) {
    for (const { values } of expectations.flatMap(({ alerts }) => alerts)) {
      if (values.length === computed) continue;
      problems.push({
        id: 'rule/untested',
        message: `its texts have ${computed} computed values, and its test "${name}" names ${values.length}: write what each renders to`,
      });
    }
  }
  return problems;
}

/** A recorded family declares its labels, and panels rely on them: neither more nor fewer may come. */
function recordedProblems(
  { family, labels }: RecordingRuleDefinition,
  { analysis }: ResolvedQuery,
): readonly RuleProblem[] {
  if (family.origin !== 'recorded') {
    const message = `${family.name} is not declared as recorded: a rule would write beside whoever exports it; declare a series of its own with recorded(…)`;
    return [{ id: 'rule/not-recorded', message }];
  }
  const { carried } = analysis;
  const written = new Set([...carried.labels, ...Object.keys(labels)]);
  const declared = Object.keys(family.labels);
  const lacking = declared.filter((label) => !written.has(label) && !carried.others);
  const extra = [...written, ...carried.possible].filter((label) => !declared.includes(label) && label !== '__name__');
  return [
    ...lacking.map((label) => ({
      id: 'rule/recorded-labels',
      message: `${family.name} is declared with the label "${label}", which its query does not return: keep it there, or declare the family without it`,
    })),
    ...[...new Set(extra)].map((label) => ({
      id: 'rule/recorded-labels',
      message: `its query returns the label "${label}", with which ${family.name} is not declared: declare it, or aggregate it away`,
    })),
  ];
}
