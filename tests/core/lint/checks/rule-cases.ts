import { expect, it } from 'vitest';
import type { LintContext } from '../../../../src/core/lint/check.js';
import { ruleChecks } from '../../../../src/core/lint/checks/rule/index.js';
import type { Json } from '../../../../src/core/model/json.js';
import { bareContext, lintRules } from '../lint-one.js';

/** What of the clean alert is different; `null` removes. More rules of the group, and what is said of the group itself. */
export interface RuleChange {
  readonly rule?: Readonly<Record<string, Json>>;
  readonly more?: readonly Json[];
  readonly group?: Readonly<Record<string, Json>>;
}

/** A change, what the checks of the group find in the result, and what the context knows. */
export type RuleCase = readonly [name: string, change: RuleChange, findings?: readonly string[], context?: LintContext];

const cleanAlert = {
  alert: 'WebDown',
  expr: 'up{job="web"} == 0',
  for: '5m',
  labels: { severity: 'page' },
  annotations: { summary: 'The website does not answer.', description: 'Look at its logs.' },
};

/** Tests that the checks of the group `rule` find exactly this in an alert with a change: without findings, nothing. */
export function itFindsInRules(cases: readonly RuleCase[]): void {
  it.each(cases.map(([name, ...rest]) => [name, rest] as const))('%s', (_name, [change, findings = [], context]) => {
    expect(lintRules(rulesWith(change), ruleChecks, context ?? bareContext)).toEqual(findings);
  });
}

/** Tests that values of the wrong types in a property of a rule are no crash. */
export function itSurvivesInRules(...keys: readonly string[]): void {
  it.each(keys)('survives odd values in %s', (key) => {
    for (const value of oddValues) {
      expect(() => lintRules(rulesWith({ rule: { [key]: value } }), ruleChecks)).not.toThrow();
    }
  });
}

/** The group of the clean alert with a change. JSON is YAML. */
function rulesWith({ rule = {}, more = [], group = {} }: RuleChange): string {
  const entries = Object.entries({ ...cleanAlert, ...rule }).filter(([, value]) => value !== null);
  return JSON.stringify({ groups: [{ name: 'web', rules: [Object.fromEntries(entries), ...more], ...group }] });
}

const oddValues: readonly Json[] = [
  true,
  0,
  -1.5,
  '',
  'text',
  '$x',
  '{{',
  [],
  [null, 1, 'text', []],
  {},
  { a: { b: [] } },
];
