import { expect, test } from 'vitest';
import type { Check } from '../../../src/core/lint/check.js';
import { selectChecks, type CheckSelection } from '../../../src/core/lint/select-checks.js';

const checks = ['panel/a', 'panel/b', 'promql/c'].map((id): Check => ({
  id,
  severity: 'warning',
  summary: id,
  looksAt: 'panel',
  check: () => [],
}));

test.each<readonly [CheckSelection, readonly string[]]>([
  [{}, ['panel/a', 'panel/b', 'promql/c']],
  [{ only: ['panel'] }, ['panel/a', 'panel/b']],
  [{ only: ['panel'], skip: ['panel/a'] }, ['panel/b']],
  [{ severity: { panel: 'off' } }, ['promql/c']],
  [{ severity: { panel: 'off', 'panel/b': 'warn' } }, ['panel/b warning', 'promql/c']],
  [{ severity: { 'promql/c': 'error' } }, ['panel/a', 'panel/b', 'promql/c error']],
])('%o', (selection, expected) => {
  const selected = selectChecks(checks, selection);
  expect(
    selected.map(({ check, severity }) => [check.id, severity].filter((each) => each !== undefined).join(' ')),
  ).toEqual(expected);
});

test.each<readonly [CheckSelection, string]>([
  [{ only: ['panel/aa'] }, 'there is no check "panel/aa": did you mean "panel/a"?'],
  [{ skip: ['c'] }, 'there is no check "c": did you mean "promql/c"?'],
  [{ severity: { 'x/y': 'off' } }, 'there is no check "x/y": the groups are panel, promql'],
  [{ severity: { panel: 'loud' as 'off' } }, 'the severity of panel is "loud", which is none'],
])('refuses %o', (selection, message) => {
  expect(() => selectChecks(checks, selection)).toThrow(message);
});
