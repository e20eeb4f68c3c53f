import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { startRecordedServer } from '../core/live/recorded-server.js';
import { createProject, type Project } from './project.js';

/** A project whose generated files are committed under the tag `before`. */
async function committed(): Promise<Project> {
  const project = createProject();
  await project.run(['build']);
  const git = (...words: readonly string[]): void =>
    void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...words], { cwd: project.folder });
  git('init', '--quiet');
  git('add', '--all', 'generated');
  git('commit', '--quiet', '--message', 'first');
  git('tag', 'before');
  return project;
}

test('compares a commit with what the sources build, and changes nothing', async () => {
  const project = await committed();
  expect(await project.run(['diff', 'before', '--exit-code'])).toMatchObject({ code: 0, stderr: '' });
  project.edit('dashboards/web.ts', "'In flight'", "'Requests in flight'");
  const before = project.snapshot();

  const { code, stdout } = await project.run(['diff', 'before']);
  expect({ code, stdout: stdout.replace(/\d+\.\d\d s/, '…') }).toEqual({
    code: 0,
    stdout: `dashboard "Web" (web)
    panel "Requests in flight" (stat, in the row "Traffic")
      title: "In flight" → "Requests in flight"

other files that differ, which were not looked into: team/README.md

1 dashboard changed; 1 panel changed. 1 dashboard and 0 rule files are the same. (…)
`,
  });
  expect(await project.run(['diff', 'before', '--exit-code', '--quiet'])).toMatchObject({ code: 1 });

  const github = await project.run(['diff', 'before', '--format', 'github']);
  expect(github.stdout).toMatch(
    /^::notice file=dashboards\/web\.ts,line=11,col=\d+,title=diff\/panel-changed::panel "Requests in flight"/,
  );
  const markdown = await project.run(['diff', 'before', '--format', 'markdown']);
  expect(markdown.stdout).toContain('- title: `"In flight"` → `"Requests in flight"`');
  const json = JSON.parse((await project.run(['diff', 'before', '--format', 'json'])).stdout);
  expect(json).toMatchObject({
    exitCode: 0,
    dashboards: [{ uid: 'web', state: 'changed', panels: [{ title: 'Requests in flight', state: 'changed' }] }],
    same: { dashboards: 1 },
  });
  expect(project.snapshot()).toEqual(before);
});

test('compares folders that nobody here built, without a configuration', async () => {
  const project = createProject();
  const dashboard = { uid: 'a', title: 'A', panels: [{ id: 1, type: 'stat', title: 'Up', targets: [{ expr: 'up' }] }] };
  project.write({
    'foreign/old/a.json': JSON.stringify(dashboard),
    'foreign/new/b.json': JSON.stringify({ ...dashboard, refresh: '5s' }),
  });
  const { code, stdout } = await project.run(['diff', 'old', 'new'], { cwd: 'foreign' });
  expect({ code, stdout: stdout.replace(/\d+\.\d\d s/, '…') }).toEqual({
    code: 0,
    stdout: `dashboard "A" (a)
    refresh: + 5s

1 dashboard changed. 0 dashboards and 0 rule files are the same. (…)
`,
  });
});

test('compares a Grafana, by uid, with what the sources build: what Grafana adds is no drift', async () => {
  const project = createProject();
  await project.run(['build']);
  const web = JSON.parse(project.read('generated/team/grafana/dashboards/http/web.json')) as object;
  const headers = { authorization: 'Bearer drift' };
  const { url } = await startRecordedServer([
    {
      path: '/api/dashboards/uid/web',
      headers,
      json: { dashboard: { ...web, id: 9, version: 4, title: 'Mine' }, meta: {} },
    },
    { path: '/api/dashboards/uid/health', headers, status: 404, json: { message: 'Dashboard not found' } },
  ]);
  const words = ['diff', '--grafana', url, '--bearer', 'env:TOKEN', '--exit-code'];
  const { code, stdout } = await project.run(words, { env: { TOKEN: 'drift' } });
  expect({ code, stdout: stdout.replace(/\d+\.\d\d s/, '…') }).toEqual({
    code: 1,
    stdout: `dashboard "Web" (web)
    title: "Mine" → "Web"

+ dashboard "Health" (health) added: 1 panel in 1 row

1 dashboard added, 1 changed. 0 dashboards and 0 rule files are the same. (…)
not checked: rules, and dashboards that no pack has (a Grafana is compared by the uids of the other side)
`,
  });
});

test('refuses what cannot be compared, with a reason', async () => {
  const project = await committed();
  const refusals: readonly (readonly [readonly string[], RegExp])[] = [
    [['diff'], /nothing is named to compare with/],
    [['diff', 'nowhere'], /there is no folder or file nowhere, and no git ref of that name/],
    [['diff', 'before', '--out', 'elsewhere'], /before has no generated files: there is no folder elsewhere in it/],
    [['diff', 'before', 'before', '--grafana', 'http://127.0.0.1:1'], /three sides/],
  ];
  for (const [words, reason] of refusals) {
    const { code, stderr } = await project.run(words);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(reason) });
  }
});
