import fc from 'fast-check';
import { stringify } from 'yaml';
import { expect, test } from 'vitest';
import { checks } from '../../../../src/core/lint/checks/index.js';
import { readDocument } from '../../../../src/core/document/read/read-document.js';
import { checkDashboard, checkRuleFile } from '../../../../src/core/lint/run/run-checks.js';
import type { Json } from '../../../../src/core/model/json.js';
import { bareContext, cleanDashboard } from '../../lint/lint-one.js';

/** Reads, locates everything that was read, runs every check: nothing may throw, or hang, which ends the test. */
async function survives(text: string, file: string): Promise<void> {
  const document = await readDocument({ file, text });
  const paths = [
    ...document.unread.map(({ path }) => path),
    ...document.dashboards.flatMap(({ queries, panels, unread }) => [
      ...queries.map(({ exprPath }) => exprPath),
      ...panels.map(({ places }) => places.unit),
      ...unread.map(({ path }) => path),
    ]),
    ...document.ruleFiles.flatMap(({ rules }) => rules.map(({ exprPath }) => exprPath)),
  ];
  for (const path of paths) {
    const { line, column, endLine, endColumn } = document.locate(path, { from: 2, to: 5 });
    expect(Math.min(line, column, endLine, endColumn)).toBeGreaterThanOrEqual(1);
    expect(endLine > line || endColumn >= column).toBe(true);
  }
  for (const dashboard of document.dashboards)
    expect([...checkDashboard(dashboard, checks, bareContext)].length).toBeGreaterThanOrEqual(0);
  for (const rules of document.ruleFiles)
    expect([...checkRuleFile(rules, checks, bareContext)].length).toBeGreaterThanOrEqual(0);
}

const words = [
  'panels',
  'rows',
  'targets',
  'expr',
  'type',
  'row',
  'templating',
  'list',
  'annotations',
  'datasource',
  'uid',
  'title',
  'schemaVersion',
  'spec',
  'elements',
  'layout',
  'kind',
  'Panel',
  'RowsLayout',
  'data',
  'groups',
  'rules',
  'alert',
  'record',
  'ConfigMap',
  'apiVersion',
  'dashboard.grafana.app/v2',
  'Dashboard',
  'items',
  'sum(up)',
  'rate(x[5m',
  'constructor',
  '__proto__',
  'gridPos',
  'fieldConfig',
  'defaults',
  'links',
  'query',
  'label_values(up, job)',
];
const word = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...words) }, fc.string({ maxLength: 8 }));
const anything = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.oneof(word, fc.double(), fc.integer(), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(word, tie('value'), { maxKeys: 6 }),
  ),
})).value;

test('any JSON is read', async () => {
  await fc.assert(
    fc.asyncProperty(anything, (value) => survives(JSON.stringify(value), 'a.json')),
    { numRuns: 500 },
  );
});

test('any YAML is read', async () => {
  await fc.assert(
    fc.asyncProperty(anything, (value) => survives(stringify(value), 'a.yaml')),
    { numRuns: 200 },
  );
});

test('any text is read', async () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    ':',
    ',',
    '\\',
    '\n',
    '- ',
    '&a ',
    '*a',
    '|',
    '>',
    '? ',
    '<<: ',
    '---',
    '#',
    "'",
    'panels',
    '1',
    ' ',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
  );
  await fc.assert(fc.asyncProperty(text, fc.constantFrom('a.json', 'a.yaml', 'a'), survives), { numRuns: 1000 });
});

/** A change of a value somewhere in a document. */
const mutation = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), value: anything, drop: fc.boolean() });

function mutated(json: Json, { at, value, drop }: { at: number; value: Json; drop: boolean }): Json {
  const places: { owner: Record<string, Json | undefined>; key: string }[] = [];
  const copy = structuredClone(json) as Record<string, Json>;
  const open: Json[] = [copy];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    for (const [key, item] of Object.entries(next)) {
      places.push({ owner: next as Record<string, Json>, key });
      if (item !== undefined) open.push(item);
    }
  }
  const place = places[Math.min(Math.floor(at * places.length), places.length - 1)];
  if (place !== undefined) place.owner[place.key] = drop ? undefined : value;
  return copy;
}

test('a dashboard with something wrong in it is read', async () => {
  const changed = fc
    .array(mutation, { minLength: 1, maxLength: 4 })
    .map((changes) => changes.reduce(mutated, cleanDashboard() as Json));
  await fc.assert(
    fc.asyncProperty(changed, (value) => survives(JSON.stringify(value), 'a.json')),
    { numRuns: 500 },
  );
});

test('a dashboard that is cut or has a character changed is read', async () => {
  const text = JSON.stringify(cleanDashboard(), null, 1);
  const cut = fc
    .tuple(fc.nat(text.length), fc.nat(3), fc.string({ maxLength: 2 }))
    .map(([at, gone, more]) => text.slice(0, at) + more + text.slice(at + gone));
  await fc.assert(fc.asyncProperty(cut, fc.constantFrom('a.json', 'a.yaml'), survives), { numRuns: 300 });
});
