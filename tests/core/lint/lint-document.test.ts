import { expect, test } from 'vitest';
import type { Check, Problem } from '../../../src/core/lint/check.js';
import { lintDocument, type DocumentReport } from '../../../src/core/lint/lint-document.js';
import { readClassicDashboard } from '../../../src/core/lint/read/classic.js';
import { bareContext, cleanDashboard } from './lint-one.js';

function lint(find: () => Iterable<Problem>, severity?: 'note'): DocumentReport {
  const check: Check = { id: 'panel/x', severity: 'error', summary: '', looksAt: 'panel', check: find };
  const source = {
    dashboards: [readClassicDashboard(cleanDashboard(), [])],
    ruleFiles: [],
    unread: [],
    locate: (path: readonly (string | number)[]) => ({ position: { file: 'a.json', line: path.length, column: 1 } }),
  };
  return lintDocument(source, 'a.json', [{ check, severity }], bareContext);
}

test('says each problem once', () => {
  expect(lint(() => [{ message: 'm' }, { message: 'm' }]).findings.map(({ subject }) => subject)).toEqual([
    'dashboard "Clean", panel "Requests by route"',
    'dashboard "Clean", panel "Up"',
  ]);
});

test('takes the severity of the configuration, else of the problem, else of the check', () => {
  const severities = ({ findings }: DocumentReport): readonly string[] => [
    ...new Set(findings.map(({ severity }) => severity)),
  ];
  expect(severities(lint(() => [{ message: 'm' }]))).toEqual(['error']);
  expect(severities(lint(() => [{ message: 'm', severity: 'warning' }]))).toEqual(['warning']);
  expect(severities(lint(() => [{ message: 'm', severity: 'warning' }], 'note'))).toEqual(['note']);
});

test('lists a check that fails, and goes on', () => {
  const { findings, notChecked } = lint(() => {
    throw new RangeError('Maximum call stack size exceeded');
  });
  expect({ findings, notChecked }).toEqual({
    findings: [],
    notChecked: [
      { what: 'checks', reason: 'panel/x failed: Maximum call stack size exceeded', count: 1, place: 'a.json' },
    ],
  });
});

test('stops where more findings say nothing new', () => {
  const endless = function* (): Generator<Problem> {
    for (let index = 0; ; index += 1) yield { message: `m${index}` };
  };
  const { findings, notChecked } = lint(endless);
  expect(findings).toHaveLength(200);
  expect(notChecked).toMatchObject([{ what: 'findings', reason: 'more than 200 of panel/x in one place' }]);
});
