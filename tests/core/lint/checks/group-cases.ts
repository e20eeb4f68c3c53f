import { expect, it } from 'vitest';
import type { Check, LintContext } from '../../../../src/core/lint/check.js';
import type { Json, JsonObject } from '../../../../src/core/model/json.js';
import { bareContext, cleanDashboard, lintOne } from '../lint-one.js';

/** A change of the clean dashboard: values by their paths, such as `panels/1/title`. `null` removes. */
export type Change = Readonly<Record<string, Json>>;

/** A change, what all checks of a group find in the result, and what the context knows. */
export type Case = readonly [name: string, change: Change, findings?: readonly string[], context?: LintContext];

/** Tests that a group of checks finds exactly this after each change: without findings, nothing. */
export function itFinds(checks: readonly Check[], cases: readonly Case[]): void {
  it.each(cases.map(([name, ...rest]) => [name, rest] as const))('%s', (_name, [change, findings = [], context]) => {
    expect(lintOne(changed(change), checks, context ?? bareContext)).toEqual(findings);
  });
}

/** Tests that values of the wrong types in a place are no crash. */
export function itSurvives(checks: readonly Check[], places: readonly string[], context?: LintContext): void {
  it.each(places)('survives odd values in %s', (place) => {
    for (const value of oddValues) {
      expect(() => lintOne(changed({ [place]: value }), checks, context ?? bareContext)).not.toThrow();
    }
  });
}

/** The clean dashboard with a change. */
export function changed(change: Change): JsonObject {
  const dashboard = cleanDashboard();
  for (const [path, value] of Object.entries(change)) write(dashboard, path.split('/'), value);
  return dashboard;
}

const oddValues: readonly Json[] = [
  null,
  true,
  0,
  -1.5,
  '',
  'text',
  '$x',
  [],
  [null, 1, 'text', []],
  {},
  { a: { b: [] } },
];

function write(owner: { [key: string]: Json }, [key = '', ...rest]: readonly string[], value: Json): void {
  if (rest.length > 0) write(owner[key] as { [key: string]: Json }, rest, value);
  else if (value === null) Reflect.deleteProperty(owner, key);
  else owner[key] = value;
}
