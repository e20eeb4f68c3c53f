import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change, LintContext } from '../../../../src/core/lint/check.js';
import { checks } from '../../../../src/core/lint/checks/index.js';
import { applyChanges } from '../../../../src/core/lint/fix/apply-changes.js';
import { fixText, type FixedText } from '../../../../src/core/lint/fix/fix-text.js';
import { lintDocument, type DocumentReport } from '../../../../src/core/lint/run/lint-document.js';
import { readDocument } from '../../../../src/core/document/read/read-document.js';
import { selectChecks } from '../../../../src/core/lint/select-checks.js';
import type { Json } from '../../../../src/core/model/json.js';
import { repository } from '../../../meta/tree.js';
import { contextOf, twoRoles } from '../checks/contexts.js';
import { changed } from '../checks/group-cases.js';

const selected = selectChecks(checks, { severity: { house: 'warn' } });
const context: LintContext = {
  ...twoRoles,
  ...contextOf({ dashboards: { other: { title: 'Other', variables: ['route'] } } }),
  pack: twoRoles.pack,
  catalog: twoRoles.catalog,
  scrapeInterval: 15,
};

async function lint(text: string): Promise<DocumentReport> {
  const document = await readDocument({ file: 'a.json', text });
  const locate = (path: readonly (string | number)[]) => {
    const { line, column } = document.locate(path);
    return { position: { file: 'a.json', line, column } };
  };
  return lintDocument({ ...document, locate }, 'a.json', selected, context);
}

async function fix(text: string): Promise<FixedText<DocumentReport> | undefined> {
  return fixText(text, await lint(text), lint, () => true);
}

/** The problems of the clean dashboard, and what `--fix` puts right. */
const faults: readonly (readonly [check: string, change: Readonly<Record<string, Json>>])[] = [
  ['dashboard/editable', { editable: true }],
  ['dashboard/editable', { editable: null }],
  ['dashboard/refresh-too-fast', { refresh: '1s' }],
  ['dashboard/refresh-too-fast', { refresh: '10s' }],
  ['dashboard/link-loses-time', { 'links/0/keepTime': false }],
  ['dashboard/link-loses-variables', { 'links/0/includeVars': false }],
  ['variable/refresh', { 'templating/list/0/refresh': 0 }],
  ['panel/id-missing', { 'panels/0/id': null, 'panels/1/id': null, 'panels/2/id': null }],
  ['panel/id-missing', { 'panels/1/id': '2' }],
  ['panel/id-zero', { 'panels/1/id': 0, 'panels/2/id': -1.5 }],
  ['panel/id-duplicate', { 'panels/1/id': 3, 'panels/0/id': 3 }],
  ['panel/refid-missing', { 'panels/1/targets/0/refId': null }],
  ['panel/refid-duplicate', { 'panels/1/targets/1': { refId: 'A', expr: 'vector(1)' } }],
  ['datasource/deprecated-reference', { 'panels/1/datasource': 'prom' }],
  ['datasource/deprecated-reference', { 'panels/1/datasource': '$DS_AI' }],
  ['datasource/role-variable-missing', {}],
  [
    'datasource/role-variable-visible',
    {
      'templating/list/1': {
        name: 'DS_AI',
        type: 'datasource',
        query: 'prometheus',
        regex: '/^prom_ai$/',
        current: {},
      },
    },
  ],
  [
    'datasource/role-variable-default',
    { 'templating/list/1': { name: 'DS_AI', type: 'datasource', hide: 2, skipUrlSync: true, regex: '/^prom_ai$/' } },
  ],
  [
    'datasource/role-variable-regex',
    {
      'templating/list/1': {
        name: 'DS_WEB',
        type: 'datasource',
        hide: 2,
        current: { text: 'prom', value: 'prom' },
      },
    },
  ],
  ['promql/regex-without-pattern', { 'panels/2/targets/0/expr': 'min(up{job=~"web"})' }],
  ['promql/superfluous-anchors', { 'panels/2/targets/0/expr': 'min(up{job=~"^web|db$"})' }],
  ['promql/superfluous-anchors', { 'panels/2/targets/0/expr': 'min(up{job=~"^web.*$"} > 0)' }],
  ['promql/multi-value-variable-equals', { 'panels/2/targets/0/expr': 'min(up{route="$route"})' }],
  [
    'house/datasource-variable',
    { 'templating/list/1': { name: 'datasource', type: 'datasource', query: 'prometheus' } },
  ],
  ['house/job-variable', { 'templating/list/1': { name: 'job', type: 'query', query: 'label_values(up, job)' } }],
];

const layouts = [undefined, 2, 4, '\t'] as const;

test.each(faults)('%s: %o is put right', async (check, fault) => {
  for (const layout of layouts) {
    const before = JSON.stringify(changed(fault), null, layout);
    const fixed = await fix(before);
    expect(fixed?.findings.map(({ id }) => id)).toContain(check);
    expect(fixed?.report.changes).toEqual([]);
    // Once put right, it stays as it is.
    expect(await fix(fixed?.text ?? '')).toBeUndefined();
    // What was laid out by JSON.stringify is again.
    expect(fixed?.text).toBe(JSON.stringify(JSON.parse(fixed?.text ?? ''), null, layout));
  }
});

test('a check whose source makes a change is among the faults, and in the guide', () => {
  const folder = join(repository, 'src/core/lint/checks');
  const making = /\bchanges?: |\bchanges? \}|\.\.\.change,|replacing\(|idChange\(|houseVariableProblems\(/;
  const fixing = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && making.test(readFileSync(join(folder, file), 'utf8')))
    .map((file) => file.slice(0, -'.ts'.length));
  const known = new Set([...faults.map(([check]) => check), 'house/instance-variable']);
  expect(fixing.filter((id) => !known.has(id))).toEqual([]);
  const [, section = ''] = readFileSync(join(repository, 'docs/guides/lint.md'), 'utf8').split(
    /^## What --fix corrects$/m,
  );
  const [told = ''] = section.split(/^## /m);
  expect([...told.matchAll(/\[([a-z]+\/[a-z-]+)\]/g)].map(([, id = '']) => id).sort()).toEqual([...known].sort());
});

test('of any faults together, all are put right, and nothing is changed that no finding is about', async () => {
  const some = fc.record({
    picked: fc.uniqueArray(fc.nat(faults.length - 1), { maxLength: 6 }),
    layout: fc.constantFrom(...layouts),
    lineEnd: fc.constantFrom('\n', '\r\n'),
  });
  await fc.assert(
    fc.asyncProperty(some, async ({ picked, layout, lineEnd }) => {
      const fault = Object.assign({}, ...picked.map((index) => faults[index]?.[1])) as Readonly<Record<string, Json>>;
      const before = JSON.stringify(changed(fault), null, layout).replaceAll('\n', lineEnd);
      const first = await lint(before);
      const { text, made } = applyChanges(
        before,
        first.changes.map(({ changes }) => changes),
      );
      expect(JSON.parse(text)).toEqual(withChanges(JSON.parse(before), made.flat()));
      const fixed = await fix(before);
      expect(fixed?.report.changes ?? []).toEqual([]);
      const after = fixed?.text ?? before;
      const laidOut = JSON.stringify(JSON.parse(after), null, layout);
      expect(after).toBe(layout === undefined ? laidOut : laidOut.replaceAll('\n', lineEnd));
    }),
    { numRuns: 60 },
  );
});

/** The same changes, made in the object. */
function withChanges(json: unknown, changes: readonly Change[]): unknown {
  for (const { path, value } of changes) {
    let owner = json as { [key: string | number]: unknown };
    for (const step of path.slice(0, -1)) owner = owner[step] as { [key: string | number]: unknown };
    const key = path.at(-1) ?? '';
    if (value === undefined) Reflect.deleteProperty(owner, key);
    else owner[key] = value;
  }
  return json;
}
