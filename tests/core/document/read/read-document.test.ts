import { expect, test } from 'vitest';
import { readDocument } from '../../../../src/core/document/read/read-document.js';
import { cleanDashboard } from '../../lint/lint-one.js';

const clean = cleanDashboard();
const target = { refId: 'A', expr: 'sum(up)' };
const small = { title: 'Small', schemaVersion: 42, panels: [{ id: 1, type: 'stat', title: 'Up', targets: [target] }] };
const indented = (text: string): string => text.replaceAll(/^/gm, '    ');
const rules = 'groups:\n  - name: g\n    rules:\n      - alert: Down\n        expr: up == 0\n';

/** What was read, in short: `form uid title: queries`, `rules: expressions`, `unread path: reason`, `id line:column`. */
async function read(text: unknown, file = 'file.json'): Promise<readonly string[]> {
  const document = await readDocument({ file, text: typeof text === 'string' ? text : JSON.stringify(text) });
  return [
    ...document.dashboards.map(
      ({ form, uid, title, queries }) => `${form} ${uid} ${title}: ${queries.map(({ expr }) => expr).join('; ')}`,
    ),
    ...document.ruleFiles.map((each) => `rules: ${each.rules.map(({ name, expr }) => `${name} ${expr}`).join('; ')}`),
    ...[
      ...document.unread,
      ...document.dashboards.flatMap(({ unread }) => unread),
      ...document.ruleFiles.flatMap(({ unread }) => unread),
    ].map(({ path, reason }) => `unread ${path.join('.')}: ${reason}`),
    ...document.problems.map(({ id, line, column }) => `${id} ${line}:${column}`),
  ];
}

test.each([
  ['a classic dashboard', small, ['classic undefined Small: sum(up)']],
  [
    'of before Grafana 5',
    { title: 'Old', rows: [{ title: 'R', panels: [{ targets: [{ expr: 'up' }] }] }] },
    ['classic undefined Old: up'],
  ],
  [
    'in a collapsed row',
    { panels: [{ type: 'row', panels: [{ targets: [target] }] }] },
    ['classic undefined : sum(up)'],
  ],
  ['of the API', { dashboard: { uid: 'a', ...small }, meta: {} }, ['classic a Small: sum(up)']],
  [
    'a v1 resource',
    { apiVersion: 'dashboard.grafana.app/v1beta1', kind: 'Dashboard', metadata: { name: 'abc' }, spec: small },
    ['classic abc Small: sum(up)'],
  ],
  ['an export of a resource', { resource: { metadata: { name: 'abc' }, spec: small } }, ['classic abc Small: sum(up)']],
  [
    'a file of a repository',
    { resource: { file: { apiVersion: 'dashboard.grafana.app/v1', kind: 'Dashboard', spec: small } } },
    ['classic undefined Small: sum(up)'],
  ],
  ['a list', [small, { uid: 'b', ...small }], ['classic undefined Small: sum(up)', 'classic b Small: sum(up)']],
  [
    'a list of Kubernetes',
    { kind: 'List', items: [{ kind: 'Pod' }, { kind: 'ConfigMap', data: { 'a.json': JSON.stringify(small) } }] },
    ['classic undefined Small: sum(up)', 'unread items.0: a Pod: not a dashboard or rule file'],
  ],
  ['a library', { result: { elements: [{ name: 'x', model: small.panels[0] }] } }, ['library undefined Up: sum(up)']],
  ['a library panel', { name: 'x', kind: 1, model: small.panels[0] }, ['library undefined Up: sum(up)']],
  [
    'a library panel that the export has',
    {
      panels: [{ id: 1, libraryPanel: { uid: 'l' } }],
      __elements: { l: { model: { type: 'stat', targets: [target] } } },
    },
    ['classic undefined : sum(up)'],
  ],
  [
    'a library panel that the export does not have',
    { panels: [{ id: 1, libraryPanel: { uid: 'l', name: 'L' } }] },
    ['classic undefined : ', 'unread panels.0: the library panel "L" is not in the file'],
  ],
  [
    'a mixin',
    { grafanaDashboards: { 'a.json': small }, prometheusAlerts: { groups: [{ rules: [{ alert: 'A', expr: 'up' }] }] } },
    ['classic undefined Small: sum(up)', 'rules: A up'],
  ],
  [
    'an operator’s dashboard',
    { kind: 'GrafanaDashboard', spec: { json: JSON.stringify(small) } },
    ['classic undefined Small: sum(up)'],
  ],
  [
    'an operator’s dashboard elsewhere',
    { kind: 'GrafanaDashboard', spec: { url: 'https://…' } },
    ['unread : a GrafanaDashboard that has its dashboard from url'],
  ],
  [
    'rules of an operator',
    { kind: 'PrometheusRule', spec: { groups: [{ rules: [{ record: 'a:b', expr: 'up' }] }] } },
    ['rules: a:b up'],
  ],
  [
    'alerts of Grafana',
    { apiVersion: 1, groups: [{ rules: [{ title: 'x', condition: 'A', data: [] }] }] },
    ['unread : alert rules of Grafana, not of Prometheus'],
  ],
  [
    'a query of Loki',
    { panels: [{ datasource: 'Loki', targets: [{ expr: '{app="x"} |= "error"' }] }] },
    ['classic undefined : '],
  ],
  ['something else', { name: 'package', version: '1.0.0' }, ['unread : not a dashboard or rule file']],
  ['a number', 7, ['unread : not a dashboard or rule file']],
  ['a list of numbers', [1, 2], ['unread : not a dashboard or rule file']],
  [
    'wrong types everywhere',
    { panels: [1, { targets: 'x' }, { targets: [null] }], templating: { list: {} }, links: 7 },
    [
      'classic undefined : ',
      'unread panels.0: not an object, as panels must be',
      'unread panels.1.targets: not a list of targets',
      'unread panels.2.targets.0: not an object, as targets must be',
      'unread templating.list: not a list of variables',
      'unread links: not a list of links',
    ],
  ],
  ['nothing', ' \n', ['read/empty 1:1']],
  ['no JSON', '{"panels": [\n  {"id": 1,}]}', ['read/not-json 2:12']],
  ['JSON cut short', '{"panels": [', ['read/not-json 1:13']],
  ['a line break in a string', '{"a": "b\nc"}', ['read/not-json 1:9']],
  [
    'a byte order mark',
    `\uFEFF${JSON.stringify(small)}`,
    ['classic undefined Small: sum(up)', 'read/byte-order-mark 1:1'],
  ],
  ['too deep', `{"panels": ${'['.repeat(400)}${']'.repeat(400)}}`, ['read/too-deep 1:261']],
  ['too large', ' '.repeat(33 * 1024 * 1024), ['read/too-large 1:1']],
])('%s', async (_, json, lines) => {
  expect(await read(json)).toEqual(lines);
});

test.each([
  ['rules', rules, ['rules: Down up == 0']],
  ['no groups', 'groups: []\n', ['rules: ']],
  [
    'several documents',
    `---\nkind: Pod\n---\n${rules}`,
    ['rules: Down up == 0', 'unread 0: a Pod: not a dashboard or rule file'],
  ],
  ['a dashboard in YAML', 'title: Y\npanels:\n  - targets: [{expr: up}]\n', ['classic undefined Y: up']],
  [
    'a ConfigMap',
    `kind: ConfigMap\ndata:\n  a.json: |-\n${indented(JSON.stringify(small, null, 2))}\n  rules: |\n${indented(rules)}\n  notes: hello\n`,
    ['classic undefined Small: sum(up)', 'rules: Down up == 0', 'unread data.notes: not a dashboard or rule file'],
  ],
  [
    'a fault in a ConfigMap',
    'kind: ConfigMap\ndata:\n  a.json: |-\n    {\n      "panels": [1,]\n    }\n',
    ['read/not-json 5:20'],
  ],
  [
    'rules of Loki',
    'groups:\n  - rules:\n      - alert: A\n        expr: sum(rate({app="x"} |= "e" [5m])) > 0\n',
    ['rules: ', 'unread groups.0.rules.0: the expression of the rule "A" is LogQL'],
  ],
  ['only comments', '# nothing\n', ['read/empty 1:1']],
  ['no YAML', 'a: b: c\n', ['read/not-yaml 1:4']],
  ['a key that stands twice', 'groups:\n  - name: a\n    name: b\n', ['read/not-yaml 3:5']],
  [
    'a bomb',
    `a: &a [${'x,'.repeat(9)}x]\nb: &b [${'*a,'.repeat(9)}*a]\nc: &c [${'*b,'.repeat(9)}*b]\nd: [${'*c,'.repeat(9)}*c]\n`,
    ['read/not-yaml 1:1'],
  ],
  ['a circle', 'a: &a\n  b: *a\n', ['read/too-deep 1:1']],
  ['too deep', `a: ${'['.repeat(20_000)}`, ['read/too-deep 1:1']],
  ['JSON in a YAML file', JSON.stringify(small), ['classic undefined Small: sum(up)']],
])('YAML: %s', async (_, text, lines) => {
  const found = await read(text, 'file.yaml');
  expect(found.map((line) => line.replace(/(too-deep) .*/, '$1 1:1'))).toEqual(lines);
});

test('the clean dashboard is read whole', async () => {
  const { dashboards } = await readDocument({ file: 'clean.json', text: JSON.stringify(clean) });
  expect(
    dashboards.map(({ panels, rows, variables, annotations, links, unread }) => [
      panels.length,
      rows.length,
      variables.length,
      annotations.length,
      links.length,
      unread,
    ]),
  ).toEqual([[2, 1, 1, 1, 1, []]]);
});
