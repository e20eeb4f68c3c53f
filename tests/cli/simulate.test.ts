import { createServer } from 'node:http';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { observed, paced, scenario } from 'dashpack/simulate';
import { counter, gauge, histogram, producer, role } from 'dashpack';
import { sampleAt, seriesOf } from '../../src/core/simulate/series.js';
import { freePort, startPrometheus, type Answer } from '../servers/prometheus.js';
import { promtool } from '../servers/promtool.js';
import { createProject, type Project } from './project.js';

const scenarios = `import { down, observed, paced, scenario } from 'dashpack/simulate';
import { duration, requests, web } from './catalog.js';

export default [
  scenario('healthy', 'All is well.', [paced(requests(), 3)]),
  scenario('latency-spike', 'It is slow.', [paced(duration.count(), 5), observed(duration.count(), 0.6)]),
  scenario('web-down', 'It dies for a minute.', [down(web, { from: '1m', to: '2m' })], { fires: [{ name: 'WebDown' }] }),
];
`;

/** A project with scenarios, whose producer listens on a free port: what `--port-offset` must be. */
async function simulated(): Promise<{ readonly project: Project; readonly port: number; readonly offset: string }> {
  const project = createProject({ 'scenarios.ts': scenarios });
  project.edit('pack.ts', "name: 'team',", "name: 'team',\n  scenarios: () => import('./scenarios.js'),");
  const port = await freePort();
  return { project, port, offset: String(port - 8000) };
}

/** Reads a page as soon as it is there. */
async function read(url: string): Promise<string> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const response = await fetch(url).catch(() => undefined);
    if (response !== undefined) return response.text();
    await setTimeout(50);
  }
  throw new Error(`nothing answers at ${url}`);
}

async function refuses(port: number): Promise<boolean> {
  const socket = createConnection({ port, host: '127.0.0.1' });
  const [result] = await Promise.race([once(socket, 'connect').then(() => ['open']), once(socket, 'error')]);
  socket.destroy();
  return result !== 'open';
}

test('--list says which scenarios there are', async () => {
  const { project } = await simulated();
  const { code, stdout } = await project.run(['simulate', '--list']);
  expect(code).toBe(0);
  expect(stdout).toBe(
    'team\n  healthy: All is well.\n  latency-spike: It is slow.\n  web-down: It dies for a minute. Fires WebDown.\n',
  );
});

test('--for: ends by itself, with 0, and says what was read', async () => {
  const { project, port, offset } = await simulated();
  const { result } = project.start(['simulate', '--for', '3s', '--port-offset', offset, '--format', 'json']);
  const page = await read(`http://127.0.0.1:${port}/metrics`);
  expect(page).toContain('# TYPE web_requests_total counter\nweb_requests_total{route="/",status="2xx"} ');
  const { code, stdout, stderr } = await result;
  expect(code).toBe(0);
  expect(stderr).toBe(`Team, healthy: All is well.\n  web  http://127.0.0.1:${port}/metrics  8 series\n`);
  expect(JSON.parse(stdout)).toMatchObject({
    pack: 'team',
    scenario: 'healthy',
    producers: [{ job: 'web', url: `http://127.0.0.1:${port}/metrics`, series: 8, scrapes: 1 }],
  });
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it in good order', async (signal) => {
  const { project, port, offset } = await simulated();
  const { child, result } = project.start(['simulate', '--port-offset', offset]);
  await read(`http://127.0.0.1:${port}/metrics`);
  expect((await fetch(`http://127.0.0.1:${port}/other`)).status).toBe(404);
  child.kill(signal);
  expect(await result).toMatchObject({ code: 0, stdout: 'ended: 1 scrape answered\n' });
  expect(await refuses(port)).toBe(true);
});

test('a taken port is an error that names the process, and nothing runs elsewhere', async () => {
  const { project, port, offset } = await simulated();
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { code, stderr } = await project.run(['simulate', '--port-offset', offset]);
  expect(code).toBe(3);
  expect(stderr).toContain(`127.0.0.1:${port}, the port of web, is taken by `);
  expect(stderr).toContain(`(process ${process.pid})`);
});

test('while the producer is dead, its port refuses connections; then it counts from 0', async () => {
  const { project, port, offset } = await simulated();
  const args = ['simulate', '--scenario', 'web-down', '--speed', '40', '--port-offset', offset, '--for', '6s'];
  const { result } = project.start(args);
  const url = `http://127.0.0.1:${port}/metrics`;
  const before = Number(/^web_duration_seconds_count (\d+)$/m.exec(await read(url))?.[1]);
  await expect.poll(() => refuses(port), { timeout: 30_000 }).toBe(true);
  const after = Number(/^web_duration_seconds_count (\d+)$/m.exec(await read(url))?.[1]);
  expect(before).toBeGreaterThan(40);
  expect(after).toBeLessThan(before);
  expect((await result).code).toBe(0);
});

test.each([
  [['--scenario', 'latency-spik'], 'the pack "team" has no scenario "latency-spik": did you mean "latency-spike"?'],
  [['--for', 'soon'], '--for "soon" is not a duration'],
  [['--speed', '0'], 'It must be a number above 0'],
  [['--seed', 'x'], 'It must be a whole number'],
  [['--port-offset', '60000'], '--port-offset 60000 moves web to port 68000, which does not exist'],
  [['--pack', 'tea'], 'there is no pack "tea": did you mean "team"?'],
  [['--backfill', 'x.txt', '--from', 'yesterday'], '--from "yesterday" is not a time'],
  [['--backfill', 'x.txt', '--to', 'now-4h'], '--from is not before --to'],
  [['--backfill', 'x.txt', '--server', 'prom'], 'no Prometheus of the pack has the uid "prom"'],
])('%j: exits with 2 and says why', async (args, message) => {
  const { project } = await simulated();
  const { code, stderr } = await project.run(['simulate', ...args]);
  expect(stderr).toContain(message);
  expect(stderr).toMatch(/\n {2}next: /);
  expect(code).toBe(2);
});

test('a pack without scenarios says how to declare one', async () => {
  const { code, stderr } = await createProject().run(['simulate']);
  expect(code).toBe(2);
  expect(stderr).toContain('the pack "team" has no scenario "healthy"\n  next: declare one with scenario(…)');
});

test('an effect on a label value that a metric never has is refused where it is written', async () => {
  const { project } = await simulated();
  project.edit('scenarios.ts', 'paced(requests(), 3)', "paced(requests({ status: '3xx' }), 3)");
  const { code, stderr } = await project.run(['build']);
  expect(code).toBe(2);
  expect(stderr).toContain('label \\"status\\" of web_requests_total never has the value \\"3xx\\"; it has');
});

test('--backfill writes history that promtool reads, the same bytes each time', async () => {
  const { project } = await simulated();
  const times = ['--from', '2026-11-20T12:00:00Z', '--to', '2026-11-20T14:00:00Z', '--format', 'json'];
  const { code, stdout } = await project.run(['simulate', '--backfill', 'a.txt', ...times]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ server: 'prom_local', file: 'a.txt', series: 13, to: 1_795_183_200 });
  await project.run(['simulate', '--backfill', 'b.txt', ...times]);
  expect(project.read('b.txt') === project.read('a.txt')).toBe(true);
  const blocks = promtool(['tsdb', 'create-blocks-from', 'openmetrics', 'a.txt', 'data'], project.folder);
  expect(blocks.code).toBe(0);
  expect(promtool(['tsdb', 'list', 'data'], project.folder).printed).toMatch(/^01\w+ +\d+ +\d+ .* 13 /m);
});

test('a real Prometheus that scrapes it has the values of the functions', async () => {
  const { project, port, offset } = await simulated();
  const speed = 5;
  const args = ['simulate', '--scenario', 'latency-spike', '--speed', String(speed), '--port-offset', offset];
  const { child, result } = project.start([...args, '--format', 'json']);
  await read(`http://127.0.0.1:${port}/metrics`);
  const config = {
    global: { scrape_interval: '1s' },
    scrape_configs: [{ job_name: 'web', static_configs: [{ targets: [`127.0.0.1:${port}`] }] }],
  };
  const prometheus = await startPrometheus('# TYPE x gauge\nx 1 1000000000\n# EOF\n', {
    config: JSON.stringify(config),
  });
  onTestFinished(() => prometheus.stop());
  await expect
    .poll(async () => prometheus.query('count_over_time(up{job="web"}[1m]) > 4', Date.now() / 1000), {
      timeout: 20_000,
    })
    .toMatchObject({ series: [{}] });
  const [scraped] = seriesIn(await prometheus.query('timestamp(up{job="web"})', Date.now() / 1000));
  const at = Number(scraped?.value);
  const values = seriesIn(await prometheus.query('{job="web",__name__=~"web_.*"}', at));
  child.kill('SIGINT');
  const { start } = JSON.parse((await result).stdout) as { readonly start: number };
  const scene = scenario('latency-spike', 'It is slow.', [paced(duration.count(), 5), observed(duration.count(), 0.6)]);
  const simulatedAt = (unix: number): number => start + (unix - start) * speed;
  const bounds = seriesOf({ metrics: [requests, inFlight, duration] }, scene, { start }).map((series) => ({
    ...series,
    low: sampleAt(series, simulatedAt(at - 0.01)) ?? Number.NaN,
    high: sampleAt(series, simulatedAt(at + 0.3)) ?? Number.NaN,
  }));
  expect(values).toHaveLength(bounds.length);
  for (const { name, labels, low, high } of bounds) {
    const found = values.find(
      (each) =>
        each.labels['__name__'] === name &&
        Object.entries(labels).every(([label, text]) => each.labels[label] === text),
    );
    expect(Number(found?.value)).toBeGreaterThanOrEqual(Math.min(low, high) - 1e-6);
    expect(Number(found?.value)).toBeLessThanOrEqual(Math.max(low, high) + 1e-6);
  }
});

function seriesIn(answer: Answer) {
  if ('error' in answer) throw new Error(answer.error);
  return answer.series;
}

const LOCAL = role('LOCAL', { pinned: true });
const web = producer('web', {
  port: 8000,
  scrapedBy: [LOCAL],
  scrapeInterval: '15s',
  alive: () => {
    throw new Error('nobody asks');
  },
});
const requests = counter('web_requests_total', {
  owner: LOCAL,
  producer: web,
  help: 'Requests served.',
  labels: { route: ['/'], status: ['2xx', '5xx'] },
});
const inFlight = gauge('web_in_flight', { owner: LOCAL, producer: web, help: 'Requests being served.' });
const duration = histogram('web_duration_seconds', {
  owner: LOCAL,
  producer: web,
  help: 'Time to serve a request.',
  unit: 'seconds',
  buckets: [0.1, 1],
});
