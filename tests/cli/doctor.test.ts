import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { servePage } from '../servers/page.js';
import { startRecordedServer } from '../core/live/recorded-server.js';
import { createLiveProject, feedPage, webPage, type LiveProject } from './live-project.js';

interface Diagnosis {
  readonly code: number | null;
  /** `FAIL port 9110: …` without what follows. */
  readonly lines: readonly string[];
  readonly text: string;
}

async function diagnose(
  { project }: LiveProject,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Diagnosis> {
  const { code, stdout, stderr } = await project.run(['doctor', '--watch', '0s', ...args], { env });
  const lines = stdout.split('\n').filter((line) => /^(?:PASS|FAIL|SKIP) /.test(line));
  return { code, lines, text: `${stdout}${stderr}` };
}

/** Everything runs but Grafana, which a recorded one plays. */
async function startAll(): Promise<
  LiveProject & {
    readonly args: readonly string[];
    readonly web: Awaited<ReturnType<typeof servePage>>;
    readonly feed: Awaited<ReturnType<typeof servePage>>;
  }
> {
  const live = await createLiveProject();
  const [web, feed] = [await servePage(live.ports.web, webPage), await servePage(live.ports.feed, feedPage)];
  const { url } = await startRecordedServer([{ path: '/api/health', json: { database: 'ok', version: '12.1.0' } }]);
  await Promise.all([live.startServer('prom_local'), live.startServer('prom_edge')]);
  await Promise.all([live.until('prom_local', 'web_in_flight'), live.until('prom_edge', 'feed_events_total')]);
  return { ...live, args: ['--grafana', url], web, feed };
}

test('a chain that is whole, then the exporter stopped', async () => {
  const live = await startAll();
  const events = join(live.project.folder, 'events.jsonl');
  writeFileSync(events, '{}\n');
  const { ports } = live;
  const well = await diagnose(live, live.args, { FEED_EVENTS: events });
  expect(well.lines.filter((line) => !line.startsWith('PASS'))).toEqual([]);
  expect(well.code).toBe(0);
  expect(well.lines.map((line) => line.split(':')[0])).toEqual([
    `PASS port ${ports.web}`,
    `PASS port ${ports.feed}`,
    `PASS port ${ports.local}`,
    `PASS port ${ports.edge}`,
    expect.stringMatching(/^PASS port \d+$/),
    'PASS ready grafana',
    'PASS ready prom_local',
    'PASS ready prom_edge',
    'PASS up prom_local/web',
    'PASS up prom_edge/feed',
    'PASS series prom_local/web',
    'PASS series prom_edge/feed',
    'PASS scope prom_local',
    'PASS scope prom_edge',
    'PASS file feed',
  ]);
  expect(well.text).toContain(`(pid ${process.pid}) serves 2 of its 2 families`);

  await live.web.stop();
  await live.until('prom_local', 'up{job="web"} == 0');
  const down = await diagnose(live, ['--no-color']);
  expect(down.code).toBe(1);
  expect(down.lines[0]).toBe(`FAIL port ${ports.web}: web: nothing listens on ${ports.web}`);
  expect(down.lines).toContainEqual(expect.stringMatching(/^FAIL up prom_local\/web: .* is down.*connection refused/));
  expect(down.lines).toContain('SKIP series prom_local/web: it is not scraped');
  expect(down.lines).toContainEqual(expect.stringMatching(/^FAIL ready grafana: no Grafana answers/));
  expect(down.text).toContain('  next: start the web app\n');
  expect(down.text).toContain(`The first red line is usually the cause: port ${ports.web}: web: nothing listens`);
}, 60_000);

test('the wrong process, the wrong families, and a page without samples', async () => {
  const live = await startAll();
  const { ports } = live;
  live.web.set(feedPage);
  live.feed.set('# TYPE feed_events_total counter\nfeed_heartbeat 1\n');
  await live.until('prom_local', 'feed_events_total unless on () web_in_flight');
  await live.until('prom_edge', 'absent(feed_events_total)');
  const { lines, text, code } = await diagnose(live, live.args);
  expect(code).toBe(1);
  expect(lines[0]).toMatch(
    new RegExp(
      `^FAIL port ${ports.web}: web: the wrong process: .*\\(pid ${process.pid}\\) listens on ${ports.web}, and serves the families of feed$`,
    ),
  );
  expect(lines).toContainEqual(
    expect.stringMatching(/^FAIL series prom_local\/web: LOCAL \(prom_local\) has no series of web$/),
  );
  expect(lines).toContainEqual(expect.stringMatching(/^FAIL series prom_edge\/feed: feed is up and says nothing/));
  expect(lines).toContainEqual(expect.stringMatching(/^FAIL scope prom_local: /));
  expect(text).toContain('feed_events_total belongs to EDGE (prom_edge), which does not have it');
  expect(text).toContain('  next: the events file is empty\n');
  expect(text).toContain('not there: feed_events_total');
}, 60_000);

test('a port that another program holds is named with its process', async () => {
  const live = await createLiveProject();
  const script = `require('node:net').createServer((socket) => socket.end('SSH-2.0-x\\r\\n')).listen(${live.ports.web}, '127.0.0.1', () => console.log('on'))`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill());
  await once(child.stdout, 'data');
  const { lines, text, code } = await diagnose(live);
  expect(code).toBe(1);
  expect(lines[0]).toMatch(
    new RegExp(
      `^FAIL port ${live.ports.web}: web: the wrong process: node \\(pid ${child.pid}\\) listens on ${live.ports.web}, and serves no /metrics`,
    ),
  );
  expect(text).toContain('  next: start the web app\n');
  expect(lines).toContain(`FAIL port ${live.ports.local}: LOCAL (prom_local): nothing listens`);
  expect(lines).toContain('SKIP up prom_local/web: LOCAL (prom_local) is not ready');
}, 60_000);

test('the file that a producer reads', async () => {
  const live = await createLiveProject();
  const file = join(live.project.folder, 'events.jsonl');
  const fileLine = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    (await diagnose(live, args, env)).lines.find((line) => line.includes(' file feed'));
  expect(await fileLine([])).toBe('SKIP file feed: FEED_EVENTS is not set here, so nobody knows which file feed reads');
  expect(await fileLine(['--reads', 'feed=events.jsonl'])).toBe(
    `FAIL file feed: ${file} cannot be read: there is none`,
  );
  writeFileSync(file, '');
  expect(await fileLine([], { FEED_EVENTS: file })).toBe(`FAIL file feed: ${file} is empty: there is no event in it`);
  writeFileSync(file, '{}\n');
  const old = Date.now() / 1000 - 7200;
  utimesSync(file, old, old);
  expect(await fileLine(['--reads', 'feed=events.jsonl'])).toMatch(
    /^FAIL file feed: .* does not grow: last written 2 h 0 min ago$/,
  );
  const writing = setInterval(() => appendFileSync(file, '{}\n'), 50);
  onTestFinished(() => clearInterval(writing));
  expect(await fileLine(['--reads', 'feed=events.jsonl', '--watch', '1s'])).toMatch(
    /^PASS file feed: .* grows: \d+ bytes in 1 s$/,
  );
}, 60_000);

test('wrong options, and programs read the same', async () => {
  const { project } = await createLiveProject();
  const unknown = await project.run(['doctor', '--reads', 'fed=x']);
  expect(unknown).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('no producer is called fed: did you mean feed?'),
  });
  const json = await project.run(['doctor', '--watch', '0s', '--format', 'json', '--strict']);
  expect(json.code).toBe(3);
  const document = JSON.parse(json.stdout) as {
    readonly checks: readonly { readonly check: string; readonly verdict: string }[];
    readonly findings: readonly { readonly id: string }[];
  };
  expect(document.checks[0]).toMatchObject({ check: 'port', verdict: 'fail', next: 'start the web app' });
  expect(document.findings[0]?.id).toBe('doctor/port');
  const github = await project.run(['doctor', '--watch', '0s', '--format', 'github']);
  expect(github.code).toBe(1);
  expect(github.stdout).toContain('::error');
}, 60_000);
