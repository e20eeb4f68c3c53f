import { expect, test } from 'vitest';
import type { Check, Problem } from '../../../../src/core/lint/check.js';
import { lintDocument, type DocumentReport } from '../../../../src/core/lint/run/lint-document.js';
import { readClassicDashboard } from '../../../../src/core/document/read/classic.js';
import { bareContext, cleanDashboard } from '../lint-one.js';

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

test('names the panel and the query that a check of dashboards finds wrong, and cuts out the piece', () => {
  const check: Check = {
    id: 'panel/x',
    severity: 'error',
    summary: '',
    looksAt: 'dashboard',
    check: () => [
      { message: 'the query', path: ['panels', 2, 'targets', 0, 'expr'], range: { from: 4, to: 6 } },
      { message: 'the panel', path: ['panels', 1, 'gridPos'] },
      { message: 'a row', path: ['panels', 0] },
      { message: 'the dashboard', path: ['uid'] },
    ],
  };
  const places: unknown[] = [];
  const source = {
    dashboards: [readClassicDashboard(cleanDashboard(), [])],
    ruleFiles: [],
    unread: [],
    locate: (path: readonly (string | number)[], range: unknown) => {
      places.push([path.at(-1), range]);
      return {};
    },
  };
  const { findings } = lintDocument(source, 'a.json', [{ check, severity: undefined }], bareContext);
  expect(findings.map(({ subject, panel, excerpt }) => [subject, panel, excerpt])).toEqual([
    ['dashboard "Clean", panel "Up", query A', { title: 'Up', id: 3 }, { text: 'min(up{job="web"})', from: 4, to: 6 }],
    ['dashboard "Clean", panel "Requests by route"', { title: 'Requests by route', id: 2 }, undefined],
    ['dashboard "Clean"', undefined, undefined],
    ['dashboard "Clean"', undefined, undefined],
  ]);
  expect(places[0]).toEqual(['expr', { from: 4, to: 6 }]);
});
