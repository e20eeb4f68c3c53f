import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startRecordedServer } from '../core/live/recorded-server.js';
import { servePage } from '../servers/page.js';
import { createLiveProject, feedPage, webPage, type LiveProject } from './live-project.js';

interface Verified {
  readonly code: number | null;
  /** The lines of checks. */
  readonly lines: readonly string[];
  readonly text: string;
}

async function verify(
  { project }: LiveProject,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Verified> {
  const { code, stdout, stderr } = await project.run(['verify', '--no-type-check', ...args], { env });
  const lines = stdout.split('\n').filter((line) => /^(?:PASS|FAIL|SKIP) /.test(line));
  return { code, lines, text: `${stdout}${stderr}` };
}

/** Verdict and name, without subject and message. */
const names = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => line.split(' ').slice(0, 2).join(' '));

test('without servers the files are checked, and the rest is left out and said', async () => {
  const live = await createLiveProject();
  const found = await verify(live, []);
  expect(names(found.lines.filter((line) => line.startsWith('PASS')))).toEqual([
    'PASS files.uids',
    'PASS files.zero-diff',
    'PASS files.role-variables',
    'PASS files.links',
    'PASS files.provisioning-paths',
    'PASS files.secrets',
    'PASS files.promtool-config',
    'PASS files.promtool-rules',
    'PASS files.promtool-tests',
  ]);
  expect(found.lines.some((line) => line.startsWith('FAIL'))).toBe(false);
  expect(found.lines).toContainEqual(
    expect.stringMatching(/^SKIP grafana\.health http:\/\/127\.0\.0\.1:\d+: no Grafana answers/),
  );
  expect(found.lines).toContainEqual(
    expect.stringMatching(/^SKIP prometheus\.ready prom_local: .* it does not answer/),
  );
  expect(found.code).toBe(0);
  expect((await verify(live, ['--strict'])).code).toBe(3);
  const hermetic = await verify(live, ['--no-live']);
  expect(hermetic.lines.some((line) => line.includes('grafana'))).toBe(false);
  expect(hermetic.text).toContain('not checked: live (--no-live)');
  expect((await verify(live, ['--no-live', '--strict'])).code).toBe(3);
}, 60_000);

test('where promtool is not installed, that is said', async () => {
  const live = await createLiveProject();
  const { lines, code } = await verify(live, ['--no-live'], { PATH: '/nowhere' });
  expect(lines).toContain('SKIP files.promtool-rules team: promtool is not installed');
  expect(code).toBe(0);
}, 60_000);

test('a generated file that was edited', async () => {
  const live = await createLiveProject();
  live.project.edit('generated/team/grafana/dashboards/http/web.json', '"hide": 2', '"hide": 0');
  const { lines, text, code } = await verify(live, ['--no-live']);
  expect(code).toBe(1);
  expect(names(lines.filter((line) => line.startsWith('FAIL')))).toEqual([
    'FAIL files.zero-diff',
    'FAIL files.role-variables',
  ]);
  expect(text).toContain('variable "DS_LOCAL": hide: 0 → 2');
  expect(text).toContain('  next: run dashpack build, and commit what it writes\n');
  live.project.edit('rules.ts', 'web_alerts.yml', 'web/alerts.yml');
  expect((await verify(live, ['--no-live'])).code).toBe(2);
}, 60_000);

test('a system that starts while it is verified, with evidence; then an exporter that stops', async () => {
  const live = await createLiveProject();
  const { project, ports } = live;
  await Promise.all([live.startServer('prom_local'), live.startServer('prom_edge')]);
  const starting = verify(live, ['--warm-up', '40s', '--evidence', 'evidence']);
  const [web] = [await servePage(ports.web, webPage), await servePage(ports.feed, feedPage)];
  const well = await starting;
  expect(well.lines.filter((line) => line.startsWith('FAIL'))).toEqual([]);
  expect(well.code).toBe(0);
  const passed = well.lines.filter((line) => line.startsWith('PASS'));
  for (const line of [
    `PASS prometheus.rules prom_local: 1 rule loaded and evaluated`,
    `PASS prometheus.rules prom_edge: no rule file of the pack belongs to it`,
    `PASS prometheus.target prom_local/web: up: http://127.0.0.1:${ports.web}/metrics`,
    'PASS golden.alive prom_local/web: up{job="web"} == 1: 1 series',
    'PASS golden.alive prom_edge/feed: ',
    'PASS golden.dashboard web: panel "In flight": 1 series',
    'PASS golden.dashboard health: panel "Web up": 1 series',
  ]) {
    expect(passed).toContainEqual(expect.stringContaining(line));
  }
  expect(passed.filter((line) => /\(ready at try \d+\)$/.test(line)).length).toBeGreaterThan(0);

  const folder = join(project.folder, 'evidence');
  expect(readdirSync(folder)).toHaveLength(well.lines.length + 3);
  expect(readFileSync(join(folder, 'SUMMARY.txt'), 'utf8')).toContain(passed[0]);
  const table = readFileSync(join(folder, 'PROM_REQUIRED_SERIES.tsv'), 'utf8');
  expect(table).toContain('sum(web_in_flight)\t1\t3\tprom_local\tweb\tPASS\n');
  expect(table).toContain('up{job="web"} == 1\t1\t1\tprom_local\tweb\tPASS\n');

  await web.stop();
  // Panels are asked at the whole second before: there, too, it is gone.
  await live.until('prom_local', 'up{job="web"} offset 1s == 0');
  const down = await verify(live, ['--warm-up', '0s', '--evidence', 'evidence']);
  expect(down.code).toBe(1);
  expect(down.lines).toContain('FAIL prometheus.target prom_local/web: 1 of 1 target not up');
  expect(down.lines).toContainEqual(
    expect.stringMatching(/^FAIL golden\.alive prom_local\/web: up\{job="web"\} == 1 returns nothing/),
  );
  expect(down.lines).toContainEqual(
    expect.stringMatching(
      /^FAIL golden\.dashboard web: panel "In flight" is empty: the target of the job "web" is down/,
    ),
  );
  expect(down.text).toContain('  next: start the web app\n');
  expect(readFileSync(join(folder, 'SUMMARY.txt'), 'utf8')).toContain('FAIL prometheus.target prom_local/web');
  expect(readdirSync(project.folder).filter((name) => name.startsWith('.evidence'))).toEqual([]);

  // What is loaded there is not what is built now.
  project.edit('rules.ts', "alert('WebDown'", "alert('WebGone'");
  await project.run(['build', '--no-type-check']);
  const old = await verify(live, ['--warm-up', '0s']);
  expect(old.lines).toContain('FAIL prometheus.rules prom_local: rules are not loaded as they were built');
  expect(old.text).toContain('web_alerts.yml / web / WebGone is not loaded\n');
}, 120_000);

test('a folder for evidence that holds anything else is refused before anything is asked', async () => {
  const live = await createLiveProject();
  const folder = join(live.project.folder, 'mine');
  mkdirSync(folder);
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  const refused = await verify(live, ['--no-live', '--evidence', 'mine']);
  expect(refused).toMatchObject({ code: 2, lines: [], text: expect.stringContaining('holds notes.txt') });
  expect(readdirSync(folder)).toEqual(['notes.txt']);
  const evidence = join(live.project.folder, 'evidence');
  expect((await verify(live, ['--no-live', '--evidence', 'evidence'])).code).toBe(0);
  writeFileSync(join(evidence, 'screenshot.png'), '');
  expect((await verify(live, ['--no-live', '--evidence', 'evidence'])).code).toBe(2);
  expect(existsSync(join(evidence, 'screenshot.png'))).toBe(true);
}, 60_000);

test('a server that was named and does not answer could not be checked', async () => {
  const live = await createLiveProject();
  const prometheus = await verify(live, ['--prometheus', `LOCAL=http://127.0.0.1:${live.ports.grafana}`]);
  expect(prometheus.code).toBe(3);
  expect(prometheus.text).toContain('it does not answer');
  expect((await verify(live, ['--grafana', `http://127.0.0.1:${live.ports.grafana}`])).code).toBe(3);
  const unknown = await verify(live, ['--prometheus', 'LOCALE=http://127.0.0.1:1']);
  expect(unknown).toMatchObject({
    code: 2,
    text: expect.stringContaining('no role of the packs is called LOCALE: did you mean LOCAL?'),
  });
  expect((await verify(live, ['--warm-up', 'soon'])).code).toBe(2);
}, 60_000);

test('a Grafana that is signed in to: the password is nowhere', async () => {
  const live = await createLiveProject();
  const password = 'correct-horse-battery';
  const authorization = `Basic ${btoa(`admin:${password}`)}`;
  const headers = { authorization };
  const dashboard = (path: string) =>
    JSON.parse(live.project.read(`generated/team/grafana/dashboards/${path}`)) as object;
  const source = (uid: string, port: number, host: string) => ({
    uid,
    name: uid,
    type: 'prometheus',
    url: `http://${host}:${port}`,
    readOnly: true,
    password,
    jsonData: {},
  });
  const all = [
    source('prom_local', live.ports.local, 'host.docker.internal'),
    source('prom_edge', live.ports.edge, '127.0.0.1'),
  ];
  const meta = { provisioned: true };
  const { url } = await startRecordedServer([
    { path: '/api/health', json: { database: 'ok', version: '12.1.0' } },
    { path: '/api/user', headers, json: { login: 'admin', echo: authorization } },
    { path: '/api/dashboards/uid/web', headers, json: { dashboard: { ...dashboard('http/web.json'), id: 1 }, meta } },
    { path: '/api/dashboards/uid/health', headers, json: { dashboard: dashboard('overview/health.json'), meta } },
    { path: '/api/search', headers, parameters: { type: 'dash-db', limit: '500', page: '1' }, json: [] },
    { path: '/api/datasources', headers, json: all, times: 2 },
    { path: '/api/datasources/uid/prom_local/health', headers, json: { status: 'OK', message: 'ok' } },
    { path: '/api/datasources/uid/prom_edge/health', headers, json: { status: 'OK', message: 'ok' } },
  ]);
  const args = ['--grafana', url, '--basic', 'grafana=env:GRAFANA_AUTH', '--evidence', 'evidence'];
  const found = await verify(live, args, { GRAFANA_AUTH: `admin:${password}` });
  expect(names(found.lines.filter((line) => line.includes(' grafana.')))).toEqual([
    'PASS grafana.health',
    'PASS grafana.login',
    'PASS grafana.dashboard',
    'PASS grafana.role-variables',
    'PASS grafana.dashboard',
    'PASS grafana.role-variables',
    'PASS grafana.links',
    'PASS grafana.datasource',
    'PASS grafana.datasource-health',
    'PASS grafana.datasource',
    'PASS grafana.datasource-health',
  ]);
  const evidence = Object.values(live.project.snapshot('evidence')).join('\n');
  expect(evidence).toContain('/api/datasources');
  for (const secret of [password, btoa(`admin:${password}`)]) {
    expect(found.text).not.toContain(secret);
    expect(evidence).not.toContain(secret);
  }
}, 60_000);

test('programs read the same', async () => {
  const { project } = await createLiveProject();
  project.edit('generated/team/grafana/dashboards/http/web.json', '"title": "Web"', '"title": "Mine"');
  const json = await project.run(['verify', '--no-type-check', '--no-live', '--format', 'json']);
  expect(json.code).toBe(1);
  expect(JSON.parse(json.stdout)).toMatchObject({
    exitCode: 1,
    checks: expect.arrayContaining([expect.objectContaining({ check: 'files.zero-diff', verdict: 'fail' })]),
    findings: [{ id: 'verify/files.zero-diff', severity: 'error' }],
    skipped: expect.arrayContaining([{ gate: 'live', reason: '--no-live' }]),
  });
  const github = await project.run(['verify', '--no-type-check', '--no-live', '--format', 'github']);
  expect(github.stdout).toContain('::error');
  expect(github.stdout).toContain('verify/files.zero-diff');
}, 60_000);
