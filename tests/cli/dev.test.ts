import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { DashboardAnswer, PanelAnswer, PreviewState } from '../../src/core/inspect/preview/protocol.js';
import { createProject, repository, type Project } from './project.js';

/** A project with a scenario in which all is well. */
function createShown(): Project {
  const project = createProject();
  project.write({
    'scenarios.ts': `import { scenario } from 'dashpack/simulate';

export default [scenario('healthy', 'Everything runs.', [])];
`,
  });
  project.edit('pack.ts', '  dashboards:', "  scenarios: () => import('./scenarios.js'),\n  dashboards:");
  return project;
}

/** Starts `dashpack dev`, and waits for its address. */
async function startDev(project: Project): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = spawn(process.execPath, [join(repository, 'bin/dashpack.js'), 'dev'], {
    cwd: project.folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const url = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const [, address] = /^(http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\/)\n/.exec(printed) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.on('exit', () => reject(new Error(`ended before it served: ${printed}`)));
  });
  return { child, url };
}

async function ask<Answer>(url: string, path: string, question?: object): Promise<Answer> {
  const asked = question === undefined ? {} : { method: 'POST', body: JSON.stringify(question) };
  const answer = await fetch(`${url}api/${path}`, asked);
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** The state once it is as expected. */
async function stateWhen(url: string, isSo: (state: PreviewState) => boolean): Promise<PreviewState> {
  for (;;) {
    const state = await ask<PreviewState>(url, 'state');
    if (isSo(state)) return state;
    await pause(50);
  }
}

/** The status of an answer to a request with headers of its own. */
async function statusOf(url: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  const [response] = (await once(get(url, { headers }), 'response')) as [{ statusCode?: number; resume(): void }];
  response.resume();
  return response.statusCode;
}

/** Saves as editors do: a new file takes the place of the old one. */
function save(project: Project, path: string, from: string, to: string): void {
  const file = join(project.folder, path);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(`${file}.new`, text.replace(from, to));
  renameSync(`${file}.new`, file);
}

const titles = ({ packs }: PreviewState): readonly string[] =>
  packs.flatMap(({ dashboards }) => dashboards.map(({ title }) => title));

test('each save is shown, what is wrong is told over the last good one, and panels have their data', async () => {
  const project = createShown();
  const { child, url } = await startDev(project);
  const first = await ask<PreviewState>(url, 'state');
  expect(titles(first)).toEqual(['Web', 'Health']);
  expect(first.packs[0]?.scenarios.map(({ name }) => name)).toEqual(['healthy', 'web-down']);
  const [web] = first.packs[0]?.dashboards ?? [];
  const rate = web?.panels.find(({ source }) => source?.startsWith('dashboards/web.ts:7:'));

  // Twice: a watcher that sees only the first rename misses the second.
  for (const [from, to] of [
    ["title: 'Web'", "title: 'Web one'"],
    ["title: 'Web one'", "title: 'Web two'"],
  ] as const) {
    save(project, 'dashboards/web.ts', from, to);
    await stateWhen(url, (state) => titles(state)[0] === /'(.*)'/.exec(to)?.[1]);
  }

  save(project, 'dashboards/web.ts', "status: '2xx'", "stetus: '2xx'");
  const wrong = await stateWhen(url, ({ faults }) => faults.length > 0);
  expect(wrong.faults[0]).toMatchObject({
    at: expect.stringMatching(/^dashboards\/web\.ts:[78]:\d+$/),
    message: expect.stringContaining('stetus'),
  });
  expect(titles(wrong)).toEqual(['Web two', 'Health']);
  save(project, 'dashboards/web.ts', "stetus: '2xx'", "status: '2xx'");
  await stateWhen(url, ({ faults }) => faults.length === 0);

  const scope = { dashboard: 'web', scenario: 'healthy', variables: {}, range: { from: 'now-1h', to: 'now' } };
  const { range } = await ask<DashboardAnswer>(url, 'dashboard', scope);
  expect(range.to - range.from).toBe(3_600_000);
  const panel = await ask<PanelAnswer>(url, 'panel', { ...scope, place: rate?.place ?? '', width: 600 });
  expect(panel.asked).toEqual([
    { refId: 'A', text: expect.stringContaining('sum by (route)') as string, server: 'LOCAL (prom_local)', series: 1 },
  ]);
  const [frame] = panel.frames;
  expect(frame?.fields.map(({ type }) => type)).toEqual(['time', 'number']);
  expect(frame?.fields[1]).toMatchObject({ displayName: '/', labels: { route: '/' } });
  expect(frame?.fields[1]?.values.length).toBeGreaterThan(100);

  const own = new URL(url).host;
  expect(await statusOf(`${url}api/state`, { host: own })).toBe(200);
  expect(await statusOf(`${url}api/state`, { host: 'example.com' })).toBe(403);
  expect(await statusOf(`${url}api/state`, { host: own, origin: 'http://example.com' })).toBe(403);
  expect(await statusOf(`${url.slice(0, -3)}00/api/state`, { host: own })).toBe(403);
  expect(await statusOf(`${url}../../package.json`, { host: own })).toBe(403);
  await expect(ask(url, 'panel', { ...scope, place: 'panels[99]', width: 600 })).rejects.toThrow('404');
  await expect(ask(url, 'panel', { expr: 'up' })).rejects.toThrow('400 this is not a question of the page');
  await expect(ask(url, 'dashboard', { ...scope, scenario: 'nothing' })).rejects.toThrow('404');

  // Nobody can end its servers when it is killed: they end by themselves.
  const servers = (): string =>
    spawnSync('pgrep', ['-f', 'prometheus --config.file=prometheus.yml'], { encoding: 'utf8' }).stdout;
  const mine = childrenOf(child.pid ?? 0);
  expect(mine.length).toBeGreaterThan(0);
  child.kill('SIGKILL');
  while (mine.some((pid) => servers().split('\n').includes(pid))) await pause(50);
});

/** The Prometheus processes below a process. */
function childrenOf(pid: number): readonly string[] {
  const listed = spawnSync('ps', ['-eo', 'pid=,ppid=,comm='], { encoding: 'utf8' }).stdout.trim().split('\n');
  const rows = listed.map((line) => line.trim().split(/\s+/));
  const below = new Set([String(pid)]);
  for (const parent of below) for (const [own = '', up] of rows) if (up === parent) below.add(own);
  return rows.filter(([own = '', , name]) => below.has(own) && name === 'prometheus').map(([own = '']) => own);
}
