import { expect, test } from 'vitest';
import { createProject, type Project } from './project.js';

const rules = `import { alert, alertTest, eq, firesAt, gt, hold, rate, record, recorded, ruleFile, series, silentUntil, sum } from 'dashpack';
import { LOCAL, requests, up } from './catalog.js';

export const requestRate = recorded('web:requests:rate5m', { owner: LOCAL, help: 'Requests per second.' });

const down = alert('WebDown', {
  when: eq(up.on(LOCAL)({ job: 'web' }), 0),
  for: '1m',
  severity: 'page',
  summary: 'The website is down',
  description: 'Look whether it runs.',
  runbook: 'https://example.org/web-down',
  tests: [
    alertTest('fires', [series(up.on(LOCAL)({ job: 'web', instance: 'a:1' }), hold(0))], [
      firesAt('1m', { job: 'web', instance: 'a:1' }),
    ]),
    alertTest('silent while it is up', [series(up.on(LOCAL)({ job: 'web', instance: 'a:1' }), hold(1))], [silentUntil('10m')]),
  ],
});

export const webRules = ruleFile('web.yml', {
  role: LOCAL,
  groups: { web: [record(requestRate, sum(rate(requests(), '5m'))), down] },
});
`;

function projectWithRules(): Project {
  const project = createProject({ 'rules.ts': rules });
  project.edit(
    'pack.ts',
    "import * as catalog from './catalog.js';",
    "import * as catalog from './catalog.js';\nimport { requestRate, webRules } from './rules.js';",
  );
  project.edit('pack.ts', 'metrics: [catalog],', 'metrics: [catalog, requestRate],\n  rules: [webRules],');
  return project;
}

test('explain: an alert', async () => {
  const { code, stdout } = await projectWithRules().run(['explain', 'webdown']);
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: `WebDown: alert, pack team
  The website is down
  written at  rules.ts:6:14
  file        web.yml, group web
  server      LOCAL → prom_local
  query       up{job="web"} == 0
  metrics     up
  for         1m
  labels      severity=page
  tests       2 tests
    fires
    silent while it is up
`,
  });
});

test('explain: an alert of a file that is off', async () => {
  const project = projectWithRules();
  project.edit('rules.ts', 'role: LOCAL,\n  groups', "role: LOCAL,\n  offBecause: 'not yet',\n  groups");
  expect((await project.run(['explain', 'WebDown'])).stdout).toContain(
    '  server      LOCAL → prom_local, which does not load it: its file is off\n',
  );
});

test('explain: a recorded series says which rule writes it, and is a rule itself', async () => {
  expect((await projectWithRules().run(['explain', 'web:requests:rate5m'])).stdout)
    .toBe(`web:requests:rate5m: gauge, pack team
  Requests per second.
  declared  rules.ts:4:28
  labels    none
  owner     LOCAL → prom_local, recorded by a rule
  recorded  recording rule web:requests:rate5m  rules.ts:23:19
  used by   nothing

web:requests:rate5m: recording rule, pack team
  written at  rules.ts:23:19
  file        web.yml, group web
  server      LOCAL → prom_local
  query       sum(rate(web_requests_total[5m]))
  metrics     web_requests_total
`);
});

test('explain: a metric names the rules that ask it', async () => {
  const { stdout } = await projectWithRules().run(['explain', 'web_requests_total']);
  expect(stdout).toContain(`
  rules     1 rule
    recording rule web:requests:rate5m  rules.ts:23:19
        A on prom_local: sum(rate(web_requests_total[5m]))
`);
});

test('explain: JSON', async () => {
  const { stdout } = await projectWithRules().run(['explain', 'WebDown', '--format', 'json']);
  expect((JSON.parse(stdout) as { readonly rules: unknown }).rules).toEqual([
    {
      kind: 'alert',
      pack: 'team',
      name: 'WebDown',
      file: 'web.yml',
      group: 'web',
      loaded: true,
      place: 'rules.ts:6:14',
      expr: 'up{job="web"} == 0',
      metrics: ['up'],
      server: { role: 'LOCAL', datasource: 'prom_local' },
      labels: { severity: 'page' },
      for: '1m',
      summary: 'The website is down',
      tests: ['fires', 'silent while it is up'],
    },
  ]);
});

test('explain: an unknown name that is like that of a rule', async () => {
  const { code, stderr } = await projectWithRules().run(['explain', 'WebDwn']);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr:
      'no metric, no rule and no panel is called "WebDwn"; near are "WebDown"\n  next: dashpack explain WebDown\n',
  });
});

test('lint: the rules of a pack, at the line that made them', async () => {
  const project = projectWithRules();
  expect((await project.run(['lint', '--only', 'rule'])).stdout).toContain('2 rules');
  project.edit('rules.ts', "'web:requests:rate5m'", "'web_requests_rate'");
  project.edit('rules.ts', "when: eq(up.on(LOCAL)({ job: 'web' }), 0)", 'when: sum(rate(requests(), "5m"))');
  project.edit('rules.ts', "firesAt('1m', { job: 'web', instance: 'a:1' })", "firesAt('1m')");
  const { code, stdout } = await project.run(['lint', '--only', 'rule']);
  expect(code).toBe(0);
  expect(stdout.split('\n').filter((line) => /rules\.ts:\d/.test(line))).toEqual([
    expect.stringMatching(/^ {2}rules\.ts:6:14: warning rule\/no-comparison: the alert "WebDown" compares nothing/),
    expect.stringMatching(/^ {2}rules\.ts:23:19: note rule\/recording-name: the recorded series "web_requests_rate"/),
  ]);
});

test('lint: a suppression that names the file of a rule', async () => {
  const project = projectWithRules();
  project.edit('rules.ts', "'web:requests:rate5m'", "'web_requests_rate'");
  project.write({
    'dashpack.config.ts': `import { defineConfig } from 'dashpack';
import { team } from './pack.js';

export default defineConfig({
  packs: [team],
  lint: { suppress: [{ check: 'rule/recording-name', path: 'rules.ts', reason: 'an old name' }] },
});
`,
  });
  const { code, stdout } = await project.run(['lint', '--only', 'rule']);
  expect({ code, found: stdout.includes('rule/recording-name') }).toEqual({ code: 0, found: false });
});
