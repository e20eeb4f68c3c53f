import { expect, test } from 'vitest';
import { checks } from '../../../../src/core/lint/checks/index.js';
import { selectChecks } from '../../../../src/core/lint/select-checks.js';
import { createSuppressions } from '../../../../src/core/lint/run/suppressions.js';
import type { Finding } from '../../../../src/core/model/finding.js';
import type { Suppression } from '../../../../src/core/model/lint-settings.js';

const finding: Finding = {
  id: 'panel/overlap',
  severity: 'error',
  message: 'm',
  subject: '',
  dashboard: { uid: 'web', title: 'Web' },
  panel: { id: 7, title: 'Rate' },
};

function suppress(given: Partial<Suppression>, only: readonly string[] = []) {
  const suppression = { check: 'panel/overlap', reason: 'meant', ...given };
  return createSuppressions([suppression], {
    checks,
    selected: selectChecks(checks, { only }),
    today: '2026-06-15',
    whole: false,
  });
}

test.each<readonly [Partial<Suppression>, boolean]>([
  [{}, true],
  [{ check: 'panel' }, true],
  [{ check: 'promql' }, false],
  [{ dashboard: 'web' }, true],
  [{ dashboard: 'other' }, false],
  [{ panel: 7 }, true],
  [{ panel: 'Rate' }, true],
  [{ panel: '7' }, false],
  [{ until: '2026-06-15' }, true],
  [{ until: '2026-06-14' }, false],
  [{ until: 'tomorrow' }, false],
  [{ reason: ' ' }, false],
])('%o covers: %s', (given, covers) => {
  expect(suppress(given).covers(finding)).toBe(covers);
});

test.each<readonly [string, Partial<Suppression>, readonly string[]]>([
  ['of use', {}, []],
  ['expired', { until: '2026-06-14' }, ['lint/expired-suppression warning']],
  ['of no use', { check: 'panel/no-title', dashboard: 'web' }, ['lint/unused-suppression warning']],
  ['about what was not linted', { check: 'panel/no-title', dashboard: 'other' }, []],
  ['about everything, where not everything was linted', { check: 'panel/no-title' }, []],
  ['of no check', { check: 'panel/no-titel' }, ['lint/unknown-suppression error']],
  [
    'without a reason, and an end that is none',
    { reason: '', until: '2026-13-01' },
    ['lint/unknown-suppression error', 'lint/unknown-suppression error'],
  ],
])('a suppression that is %s', (_name, given, expected) => {
  const suppressions = suppress(given);
  suppressions.covers(finding);
  expect(
    suppressions
      .finish({ dashboard: (uid) => uid === 'web', files: ['d/web.json'] })
      .map(({ id, severity }) => `${id} ${severity}`),
  ).toEqual(expected);
});

test('is not unused where its check did not run', () => {
  expect(
    suppress({ dashboard: 'web', check: 'panel/no-title' }, ['promql']).finish({ dashboard: () => true, files: [] }),
  ).toEqual([]);
});
