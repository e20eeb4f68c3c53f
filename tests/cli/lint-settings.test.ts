import { expect, test } from 'vitest';
import { cleanDashboard } from '../core/lint/lint-one.js';
import { createProject, type Project } from './project.js';

const fast = 'dashboard/refresh-too-fast';
const web = dashboard({ refresh: '1s' });

function dashboard(changes: Readonly<Record<string, unknown>> = {}): string {
  return `${JSON.stringify({ ...cleanDashboard(), links: [], ...changes }, null, 2)}\n`;
}

/** A project with files to lint, whose configuration says something of lint, in line 3. */
function createLinted(lint: string, files: Readonly<Record<string, string>> = { 'web.json': web }): Project {
  const config = `import { defineConfig } from 'dashpack';\n\nexport default defineConfig({ packs: [], lint: { ${lint} } });\n`;
  return createProject({ 'dashpack.config.ts': config, ...files });
}

/** What a run says: its exit code, and its findings as `<severity> <id>`. */
async function run(project: Project, ...args: readonly string[]): Promise<readonly [number | null, ...string[]]> {
  const { code, stdout, stderr } = await project.run(['lint', ...args, '--format', 'json']);
  if (stdout === '') throw new Error(stderr);
  const { findings } = JSON.parse(stdout) as { findings: { id: string; severity: string }[] };
  return [code, ...findings.map(({ id, severity }) => `${severity} ${id}`)];
}

test.each([
  ['off', [0]],
  ['note', [0, `note ${fast}`]],
  ['warn', [0, `warning ${fast}`]],
  ['warning', [0, `warning ${fast}`]],
  ['error', [1, `error ${fast}`]],
])('a check is %s', async (level, expected) => {
  expect(await run(createLinted(`severity: { '${fast}': '${level}' }`), 'web.json')).toEqual(expected);
  expect(await run(createLinted(`severity: { dashboard: '${level}' }`), 'web.json')).toEqual(expected);
  const both = `severity: { dashboard: 'off', '${fast}': '${level}' }`;
  expect(await run(createLinted(both), 'web.json')).toEqual(expected);
});

test('options decide what a check finds', async () => {
  expect(await run(createLinted(`options: { '${fast}': { least: '1s' } }`), 'web.json')).toEqual([0]);
  const files = { 'web.json': dashboard() };
  expect(await run(createLinted('', files), 'web.json')).toEqual([0]);
  expect(await run(createLinted("options: { 'dashboard/size': { panels: 1 } }", files), 'web.json')).toEqual([
    0,
    'warning dashboard/size',
  ]);
});

const place = 'dashpack.config.ts:3:16';
const next = 'next: correct lint.options: docs/checks/dashboard/size.md says what it can be told';

test.each([
  [
    "options: { 'dashboard/size': { panel: 1 } }",
    `${place}: dashboard/size has no option "panel": did you mean "panels"?\n  ${next}`,
  ],
  [
    "options: { 'dashboard/size': { panels: '9' } }",
    `${place}: the option "panels" of dashboard/size is "9": it must be a whole number from 1 up\n  ${next}`,
  ],
  ["options: { 'dashboard/size': 9 }", `${place}: the options of dashboard/size are 9, not an object\n  ${next}`],
  ["options: { 'dashboard/editable': { a: 1 } }", `${place}: dashboard/editable has no option "a": it has none`],
  [
    "options: { 'dashboard/sizes': {} }",
    `${place}: there is no check "dashboard/sizes" that has options: did you mean`,
  ],
  [`severity: { '${fast}': 'loud' }`, `${place}: the severity of ${fast} is "loud", which is none`],
  ["severity: { 'panel/none': 'off' }", `${place}: there is no check "panel/none"`],
  ['severities: {}', `${place}: lint has no setting "severities": did you mean "severity"?`],
  [`suppress: [{ check: '${fast}', reason: 'x', dashbord: 'a' }]`, `${place}: a suppression has no setting "dashbord"`],
])('{ %s } is a wrong configuration', async (lint, message) => {
  const { code, stdout, stderr } = await createLinted(lint).run(['lint', 'web.json']);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
});

test('build refuses options that are wrong, before the first write', async () => {
  const project = createProject();
  project.edit('dashpack.config.ts', '[team]', "[team], lint: { options: { 'dashboard/size': { panels: 0 } } }");
  const { code, stderr } = await project.run(['build', '--no-type-check']);
  expect(code).toBe(2);
  expect(stderr).toContain('dashpack.config.ts:4:16: the option "panels" of dashboard/size is 0');
  expect(project.snapshot()).toEqual({});
});

test('house styles are off until they are turned on', async () => {
  const files = { 'web.json': dashboard() };
  const found = 'house/job-variable';
  expect(await run(createLinted('', files), 'web.json')).toEqual([0]);
  expect(await run(createLinted('', files), 'web.json', '--only', found)).toEqual([0, `warning ${found}`]);
  expect(await run(createLinted(`severity: { '${found}': 'error' }`, files), 'web.json')).toEqual([
    1,
    `error ${found}`,
  ]);
  const group = (await run(createLinted("severity: { house: 'note' }", files), 'web.json')).slice(1);
  expect(new Set(group)).toEqual(
    new Set(
      [
        'datasource-variable',
        'panel-datasource',
        'job-variable',
        'instance-variable',
        'job-matcher',
        'instance-matcher',
      ].map((name) => `note house/${name}`),
    ),
  );
  const told = `severity: { '${found}': 'warn' }, options: { '${found}': { name: 'route', label: 'Route', allValue: '.*' } }`;
  const labelled = dashboard().replace('"name": "route",', '"name": "route", "label": "Route",');
  expect(await run(createLinted(told, { 'web.json': labelled }), 'web.json')).toEqual([0]);
});

test('suppressions are for files, dashboards and panels', async () => {
  const files = {
    'old/a.json': dashboard({ uid: 'a', refresh: '1s' }),
    'old/deep/b.json': dashboard({ uid: 'b', refresh: '1s' }),
    'new/c.json': dashboard({ uid: 'c', refresh: '1s' }),
  };
  const suppressed = async (more: string): Promise<readonly (string | number | null)[]> =>
    run(
      createLinted(`suppress: [{ check: '${fast}', reason: 'x', ${more} }]`, files),
      '.',
      '--skip',
      'dashboard/duplicate-uid',
    );
  const finding = `warning ${fast}`;
  expect(await suppressed("path: 'old/**'")).toEqual([0, finding]);
  expect(await suppressed("path: 'old/*.json'")).toEqual([0, finding, finding]);
  expect(await suppressed("path: '**/{a,c}.json'")).toEqual([0, finding]);
  expect(await suppressed("path: 'old/**', dashboard: 'a'")).toEqual([0, finding, finding]);
  expect(await suppressed("path: 'other/**'")).toEqual([0, finding, finding, finding]);
  expect(await suppressed("path: 'new/**', dashboard: 'a'")).toEqual([
    0,
    finding,
    finding,
    finding,
    'warning lint/unused-suppression',
  ]);
});

test('a suppression by path or of a dashboard that was linted is told when it is of no use', async () => {
  const files = { 'web.json': dashboard() };
  const unused = [0, 'warning lint/unused-suppression'];
  const suppress = (more: string): Project =>
    createLinted(`suppress: [{ check: '${fast}', reason: 'x', ${more} }]`, files);
  expect(await run(suppress("path: '*.json'"), 'web.json')).toEqual(unused);
  expect(await run(suppress("dashboard: 'clean'"), 'web.json')).toEqual(unused);
  expect(await run(suppress("panel: 'Up'"), 'web.json')).toEqual([0]);
  expect(await run(suppress("path: '*.json', until: '2001-01-01'"), 'web.json')).toEqual([
    0,
    'warning lint/expired-suppression',
  ]);
});

test('a baseline knows what was there, for packs too', async () => {
  const project = createProject();
  project.edit('dashboards/web.ts', "status: '2xx' }))", "status: '2xx' }), '5m')");
  const args = ['--only', 'promql/fixed-window', '--baseline', 'known.json'];
  expect(await run(project, ...args, '--update-baseline')).toEqual([0]);
  expect(await run(project, ...args)).toEqual([0]);
  project.edit('dashboards/web.ts', 'rate(duration.bucket({ le: 0.1 }))', "rate(duration.bucket({ le: 0.1 }), '9m')");
  project.edit('dashboards/web.ts', "slow: stat('Served in time'", "slow: timeseries('Served in time'");
  expect(await run(project, ...args)).toEqual([0, 'note promql/fixed-window']);
});
