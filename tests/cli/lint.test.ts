import { chmodSync, lstatSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cleanDashboard } from '../core/lint/lint-one.js';
import { createProject, type Project, type Result } from './project.js';

/** A dashboard in which nothing is wrong, but for what is changed. */
function dashboard(changes: Readonly<Record<string, unknown>> = {}): string {
  return `${JSON.stringify({ ...cleanDashboard(), links: [], ...changes }, null, 2)}\n`;
}

const noTitle = dashboard({ refresh: '1s' });
const atRefresh = noTitle.split('\n').findIndex((line) => line.includes('"refresh"')) + 1;

/** A project without a configuration: only files. */
function createFiles(files: Readonly<Record<string, string>>): Project {
  return createProject({ 'dashpack.config.ts': undefined, ...files });
}

async function json(project: Project, ...args: readonly string[]): Promise<Result & { readonly report: LintJson }> {
  const result = await project.run(['lint', ...args, '--format', 'json']);
  return { ...result, report: JSON.parse(result.stdout) as LintJson };
}

interface LintJson {
  readonly exitCode: number;
  readonly checked: Readonly<Record<string, number>>;
  readonly found: Readonly<Record<string, number>>;
  readonly suppressed: number;
  readonly known: number;
  readonly gone: readonly unknown[];
  readonly fixed: readonly unknown[];
  readonly notChecked: readonly { readonly what: string; readonly reason: string; readonly count: number }[];
  readonly findings: readonly {
    readonly id: string;
    readonly severity: string;
    readonly message: string;
    readonly file: string;
    readonly line: number;
    readonly column: number;
  }[];
}

const ids = ({ findings }: LintJson): readonly string[] => findings.map(({ id }) => id);

test('finds nothing in a clean file, and says what it looked at', async () => {
  const project = createFiles({ 'clean.json': dashboard() });
  const { code, stdout, stderr } = await project.run(['lint', 'clean.json']);
  expect({ code, stderr, stdout: stdout.replace(/\d+\.\d\d s/, '… s') }).toEqual({
    code: 0,
    stderr: '',
    stdout: '1 file checked: 1 dashboard, 2 panels, 4 queries, 0 rules (… s)\nnothing found\n',
  });
});

test('says where, under the piece of the query that is meant', async () => {
  const text = dashboard().replace('min(up{job', () => 'min(up{job job');
  const project = createFiles({ 'web.json': text });
  const { code, stdout } = await project.run(['lint', 'web.json']);
  const before = text.slice(0, text.indexOf('job job') + 'job '.length).split('\n');
  expect(code).toBe(1);
  expect(stdout).toContain(
    `  web.json:${before.length}:${(before.at(-1) ?? '').length + 1}: error promql/does-not-parse: `,
  );
  expect(stdout).toContain('\n    | min(up{job job="web"})\n    |            ^^^\n    in: panel "Up", query A\n');
  expect(stdout).toContain('not checked: 1 query (they do not parse: web.json)');
});

test('walks folders, and leaves out those of other tools', async () => {
  const project = createFiles({
    'd/a.json': dashboard({ uid: 'a' }),
    'd/deep/b.json': dashboard({ uid: 'b' }),
    'd/node_modules/c.json': '{',
    'd/notes.txt': 'x',
    'd/package.json': '{}',
  });
  const { code, report } = await json(project, 'd');
  expect(code).toBe(0);
  expect(report.checked).toMatchObject({ files: 2, dashboards: 2, panels: 4 });
  expect(report.notChecked.map(({ what, count }) => `${count} ${what}`)).toEqual(['1 files', '1 parts']);
});

test('a run that checked nothing is not a success', async () => {
  const project = createFiles({ 'd/package.json': '{}' });
  const { code, stderr } = await project.run(['lint', 'd']);
  expect({ code, stderr }).toEqual({
    code: 3,
    stderr:
      'nothing was checked: d has no dashboard and no rule\n  next: name dashboards (JSON, YAML) or Prometheus rule files\n',
  });
});

test.each([
  ['not JSON', '{"title": "A", }', 'read/not-json'],
  ['empty', '', 'read/empty'],
])('a file that is %s is a finding', async (_name, text, id) => {
  const project = createFiles({ 'good.json': dashboard(), 'bad.json': text });
  const { report } = await json(project, 'good.json', 'bad.json');
  expect(ids(report)).toEqual([id]);
});

test('a file that is not UTF-8 is a finding', async () => {
  const project = createFiles({ 'good.json': dashboard() });
  writeFileSync(join(project.folder, 'latin.json'), Buffer.from('{"title": "\xE9"}', 'latin1'));
  const { code, report } = await json(project, 'good.json', 'latin.json');
  expect({ code, ids: ids(report) }).toEqual({ code: 1, ids: ['read/not-utf8'] });
});

test('names what there is none of', async () => {
  const project = createFiles({ 'clean.json': dashboard() });
  const stderr = async (...args: readonly string[]): Promise<string> => {
    const result = await project.run(['lint', ...args]);
    expect(result.code).toBe(2);
    return result.stderr;
  };
  expect(await stderr('missing.json')).toContain('there is no file or folder missing.json');
  expect(await stderr('clean.json', '--only', 'promql/rate-on-gague')).toContain(
    'did you mean "promql/rate-on-gauge"?',
  );
  expect(await stderr('clean.json', '--baseline', 'b.json')).toContain('there is no baseline b.json');
  expect(await stderr('clean.json', '--catalog', 'none.txt')).toContain('the catalog none.txt cannot be read (ENOENT)');
});

test('runs the checks that are asked for, and shows what is severe enough', async () => {
  const project = createFiles({ 'web.json': noTitle });
  const [found] = (await json(project, 'web.json')).report.findings;
  expect(found).toMatchObject({ file: 'web.json', line: atRefresh });
  const id = found?.id ?? '';
  expect(ids((await json(project, 'web.json', '--only', id)).report)).toEqual([id]);
  expect(ids((await json(project, 'web.json', '--skip', id)).report)).toEqual([]);
  expect(ids((await json(project, 'web.json', '--min-severity', 'error')).report)).toEqual([]);
  expect((await project.run(['lint', 'web.json', '--fail-on', 'warning'])).code).toBe(
    found?.severity === 'note' ? 0 : 1,
  );
});

test('a baseline hides what was there, survives moved lines, and says what is gone', async () => {
  const project = createFiles({ 'web.json': noTitle });
  const first = await json(project, 'web.json', '--baseline', 'known.json', '--update-baseline');
  expect({ code: first.code, findings: first.report.findings }).toEqual({ code: 0, findings: [] });
  project.write({ 'web.json': `\n\n${noTitle}` });
  expect((await json(project, 'web.json', '--baseline', 'known.json')).report).toMatchObject({
    findings: [],
    known: 1,
    gone: [],
  });
  project.write({ 'web.json': dashboard() });
  expect((await json(project, 'web.json', '--baseline', 'known.json')).report).toMatchObject({
    known: 0,
    gone: [{ file: 'web.json', count: 1 }],
  });
  const { stdout } = await project.run(['lint', 'web.json', '--baseline', 'known.json', '--update-baseline']);
  expect(stdout).toContain('nothing found');
  expect(project.read('known.json')).toBe('{\n  "version": 1,\n  "findings": []\n}\n');
});

test('--fix changes what is certain, and nothing else in the file', async () => {
  const before = dashboard({ panels: cleanPanelsWithEqualIds(), refresh: '1s' })
    .replaceAll('  "tags"', '     "tags"')
    .replace('"fixedColor"', String.raw`"fixed\u0043olor"`)
    .replaceAll('\n', '\r\n');
  const project = createFiles({ 'd/web.json': before });
  symlinkSync(join(project.folder, 'd/web.json'), join(project.folder, 'link.json'));
  chmodSync(join(project.folder, 'd/web.json'), 0o640);
  const found = (await json(project, 'link.json')).report.findings;
  const { report } = await json(project, 'link.json', '--fix');
  expect(report.fixed).toEqual([
    { file: 'link.json', checks: ['panel/id-duplicate', 'panel/id-duplicate', 'dashboard/refresh-too-fast'] },
  ]);
  expect(report.findings).toHaveLength(found.length - 3);
  const after = project.read('d/web.json');
  const lines = after.split('\r\n');
  const others = before.split('\r\n').flatMap((line, index) => (line === lines[index] ? [] : [lines[index]?.trim()]));
  expect(others).toEqual(['"refresh": "5s",', '"id": 3,', '"id": 4,']);
  expect(lines).toHaveLength(before.split('\r\n').length);
  expect(lstatSync(join(project.folder, 'link.json')).isSymbolicLink()).toBe(true);
  expect(statSync(join(project.folder, 'd/web.json')).mode & 0o777).toBe(0o640);
  expect(readdirSync(join(project.folder, 'd'))).toEqual(['web.json']);
  expect((await json(project, 'link.json', '--fix')).report.fixed).toEqual([]);
  expect(project.read('d/web.json')).toBe(after);
});

test('--fix leaves alone what is suppressed, too mild, not JSON or within another text', async () => {
  const text = dashboard({ refresh: '1s' });
  const files = {
    'web.json': text,
    'map.json': JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', data: { 'web.json': text } }),
    'web.yaml': text.replace('{', '# YAML\n{'),
  };
  const project = createFiles(files);
  const fix = async (...args: readonly string[]) => (await json(project, '.', '--fix', ...args)).report.fixed;
  expect(await fix('--min-severity', 'error')).toEqual([]);
  project.write({
    'dashpack.config.ts': `import { defineConfig } from 'dashpack';
export default defineConfig({ packs: [], lint: { suppress: [{ check: 'dashboard', path: 'web.json', reason: 'x' }] } });
`,
  });
  expect(await fix()).toEqual([]);
  for (const [name, before] of Object.entries(files)) expect(project.read(name)).toBe(before);
  const { stdout } = await project.run(['lint', 'map.json', 'web.yaml', '--only', 'dashboard/refresh-too-fast']);
  expect(stdout).not.toContain('--fix corrects');
});

function cleanPanelsWithEqualIds(): unknown {
  const { panels } = cleanDashboard();
  return (panels as readonly object[]).map((panel) => ({ ...panel, id: 2 }));
}

test('knows other files: a uid that two dashboards have, a link to one of them', async () => {
  const links = (url: string): object => ({
    links: [{ type: 'link', title: 'Other', url, keepTime: true, includeVars: true, targetBlank: false, tags: [] }],
  });
  const project = createFiles({
    'd/a.json': dashboard({ uid: 'a', ...links('/d/b') }),
    'd/b.json': dashboard({ uid: 'b', ...links('/d/nowhere') }),
    'd/c.json': dashboard({ uid: 'b' }),
  });
  const { report } = await json(project, 'd');
  expect(report.findings.map(({ id, file }) => `${id} ${file}`)).toEqual([
    'dashboard/broken-link d/b.json',
    'dashboard/duplicate-uid d/c.json',
  ]);
});

test('knows copies: two files with the same dashboard, and no other', async () => {
  const project = createFiles({
    'a/web.json': dashboard(),
    'b/web.json': dashboard(),
    'c.json': dashboard({ title: 'C' }),
  });
  const { report } = await json(project, '.');
  expect(report.findings.map(({ id, severity, file }) => `${severity} ${id} ${file}`)).toEqual([
    'warning dashboard/duplicate-uid b/web.json',
    'error dashboard/duplicate-uid c.json',
  ]);
  expect(ids((await json(project, '.', '--skip', 'dashboard/duplicate-uid')).report)).toEqual([]);
});

test('a catalog adds what metrics there are', async () => {
  const page =
    '# TYPE http_requests_total counter\nhttp_requests_total{route="/"} 1\n# TYPE up gauge\nup 1\n# TYPE process_start_time_seconds gauge\nprocess_start_time_seconds 1\n';
  const project = createFiles({
    'web.json': dashboard(),
    'metrics.txt': page,
    'less.txt': page.replaceAll('http_requests_total', 'http_queries_total'),
  });
  expect(ids((await json(project, 'web.json', '--catalog', 'metrics.txt')).report)).toEqual([]);
  const without = (await json(project, 'web.json', '--catalog', 'less.txt')).report;
  expect(ids(without)).toContain('promql/unknown-metric');
});

test('lints the configured packs at the lines that made the panels', async () => {
  const project = createProject();
  project.edit(
    'dashboards/web.ts',
    "stat('In flight', { query: sum(inFlight()) })",
    "stat('In flight', { query: sum(inFlight()), unit: 'notaunit', description: '' })",
  );
  const { code, report } = await json(project);
  expect({ code, checked: report.checked }).toMatchObject({ checked: { dashboards: 2, panels: 4 } });
  expect(report.findings.every(({ file }) => file.endsWith('.ts'))).toBe(true);
  expect(report.findings.filter(({ file, line }) => file === 'dashboards/web.ts' && line === 11)).not.toEqual([]);
});

/** A pack in which one panel has one finding: a window that is as long as it is. */
function createFixedWindow(lint = ''): Project {
  const project = createProject({ 'dashpack.config.ts': configuration(lint) });
  project.edit('dashboards/web.ts', "status: '2xx' }))", "status: '2xx' }), '5m')");
  return project;
}

function configuration(lint: string): string {
  return `import { defineConfig } from 'dashpack';
import { team } from './pack.js';

export default defineConfig({ packs: [team], lint: { ${lint} } });
`;
}

const id = 'promql/fixed-window';
const only = ['--only', id];

test('suppressions have a reason and an end, and are told when they are of no use', async () => {
  const project = createFixedWindow();
  const suppress = async (...list: readonly string[]): Promise<LintJson> => {
    project.write({ 'dashpack.config.ts': configuration(`suppress: [${list.join(', ')}]`) });
    return (await json(project, ...only)).report;
  };
  expect(ids(await suppress())).toEqual([id]);
  expect(await suppress(`{ check: '${id}', reason: 'meant', until: '2999-12-31' }`)).toMatchObject({
    suppressed: 1,
    findings: [],
  });
  expect(
    ids(await suppress(`{ check: 'promql', dashboard: 'web', panel: 'Requests by route', reason: 'meant' }`)),
  ).toEqual([]);
  expect(ids(await suppress(`{ check: '${id}', reason: 'meant', until: '2001-01-01' }`))).toEqual([
    id,
    'lint/expired-suppression',
  ]);
  expect(ids(await suppress(`{ check: '${id}', dashboard: 'nobody', reason: 'x' }`))).toEqual([
    id,
    'lint/unused-suppression',
  ]);
  expect(ids(await suppress(`{ check: 'panel/no-unitt', reason: '' }`))).toEqual([
    id,
    'lint/unknown-suppression',
    'lint/unknown-suppression',
  ]);
  expect(ids(await suppress(`{ check: 'panel/overlap', reason: 'did not run' }`))).toEqual([id]);
});

test('a panel carries its own suppression, which Grafana never sees', async () => {
  const project = createFixedWindow();
  project.edit(
    'dashboards/web.ts',
    "legend: '{{route}}'",
    `legend: '{{route}}', suppress: [{ check: '${id}', reason: 'five minutes are meant' }]`,
  );
  expect((await json(project, ...only)).report).toMatchObject({ suppressed: 1, findings: [] });
  await project.run(['build', '--no-type-check']);
  expect(Object.keys(project.snapshot())).toContain('team/grafana/dashboards/http/web.json');
  expect(JSON.stringify(project.snapshot())).not.toContain('suppress');
  project.edit('dashboards/web.ts', ", '5m')", ')');
  const { findings } = (await json(project, ...only)).report;
  expect(findings).toMatchObject([{ id: 'lint/unused-suppression', file: 'dashboards/web.ts', line: 7 }]);
});

test('an error of a check stops build and check before the first write, also when nothing is new', async () => {
  const project = createFixedWindow(`severity: { '${id}': 'error' }`);
  for (const command of ['build', 'check', 'build']) {
    const { code, stdout } = await project.run([command, '--no-type-check']);
    expect(code).toBe(1);
    expect(stdout).toContain(`dashboards/web.ts:7:13: error ${id}: `);
    expect(project.snapshot()).toEqual({});
  }
  project.write({ 'dashpack.config.ts': configuration('') });
  expect((await project.run(['build', '--no-type-check'])).code).toBe(0);
});

test('an unknown check or severity in the configuration is a wrong configuration', async () => {
  const project = createFixedWindow("severity: { 'promql/fixed-windoww': 'off' }");
  expect(await project.run(['lint'])).toMatchObject({ code: 2, stdout: '' });
});
