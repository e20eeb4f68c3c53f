import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openMetrics } from '../core/inspect/cause/samples.js';
import { freePort, startPrometheus, type PrometheusServer } from '../servers/prometheus.js';
import { createProject, type Result } from './project.js';

const now = Math.floor(Date.now() / 1000);

const samples = openMetrics(now, [
  { series: 'up{job="web",instance="a"}' },
  { series: 'web_requests_total{job="web",instance="a",route="/",status="2xx"}', value: (index) => index },
  { series: 'web_requests_total{job="web",instance="a",route="/",status="5xx"}', value: (index) => index },
  { series: 'web_duration_seconds_bucket{job="web",instance="a",le="0.1"}', value: (index) => index },
  { series: 'web_duration_seconds_bucket{job="web",instance="a",le="+Inf"}', value: (index) => index },
  { series: 'web_in_flight{job="web",instance="a"}' },
]);
const withoutGauge = samples
  .split('\n')
  .filter((line) => !line.startsWith('web_in_flight'))
  .join('\n');

let healthy: PrometheusServer;
let lacking: PrometheusServer;

beforeAll(async () => {
  [healthy, lacking] = await Promise.all([startPrometheus(samples), startPrometheus(withoutGauge)]);
}, 60_000);
afterAll(async () => {
  await Promise.all([healthy, lacking].map((server) => server.stop()));
});

interface Document {
  readonly exitCode: number;
  readonly totals: Readonly<Record<string, unknown>>;
  readonly audited: readonly {
    readonly title: string;
    readonly parts: readonly { readonly queries: readonly unknown[] }[];
  }[];
  readonly findings: readonly {
    readonly id: string;
    readonly message: string;
    readonly file?: string;
    readonly line?: number;
  }[];
  readonly skipped: readonly { readonly gate: string; readonly reason: string }[];
}

const parse = ({ stdout }: Result): Document => JSON.parse(stdout) as Document;

describe('a pack', () => {
  test('with data everywhere', async () => {
    const result = await createProject().run(['audit', '--prometheus', `LOCAL=${healthy.url}`, '--window', '15m']);
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.stdout).toContain('Web (web): 3 of 3 have data');
    expect(result.stdout).toMatch(/^total +4 +4 +0 +0 +0 +0 +100% +\d+ +\d+ ms +\d+$/m);
    expect(result.stdout).toContain(`LOCAL (prom_local) at ${healthy.url}: version 2.`);
  });

  test('with a metric that is not there: its panel, the cause, the line', async () => {
    const project = createProject();
    const args = ['audit', '--prometheus', `LOCAL=${lacking.url}`, '--window', '15m'];
    const result = await project.run(args);
    expect(result).toMatchObject({ code: 1, stderr: '' });
    expect(result.stdout).toMatch(/EMPTY +In flight +0 series/);
    expect(result.stdout).toContain(
      'A empty on LOCAL (prom_local): web_in_flight was never seen on LOCAL (prom_local)',
    );
    expect(result.stdout).toContain('next: see that web exports web_in_flight');
    const document = parse(await project.run([...args, '--format', 'json']));
    expect(document).toMatchObject({ exitCode: 1, totals: { queries: 4, data: 3, empty: 1, coveragePercent: 75 } });
    expect(document.findings).toMatchObject([{ id: 'audit/never-seen', file: 'dashboards/web.ts' }]);
    const github = await project.run([...args, '--format', 'github']);
    expect(github.stdout).toMatch(
      /^::error file=dashboards\/web\.ts,line=\d+,col=\d+,title=audit\/never-seen::web_in_flight/,
    );
  });

  test('of which one dashboard is asked', async () => {
    const project = createProject();
    const servers = ['--prometheus', `LOCAL=${lacking.url}`];
    const { code, stdout } = await project.run(['audit', ...servers, '--dashboard', 'health']);
    expect({ code, web: stdout.includes('Web (web)') }).toEqual({ code: 0, web: false });
  });

  test('on a server that is not there: nothing is fine', async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    const result = await createProject().run(['audit', '--prometheus', `LOCAL=${url}`]);
    expect(result.code).toBe(3);
    expect(result.stderr).toContain('LOCAL (prom_local) could not be asked');
    expect(result.stderr).toContain('nobody listens there (ECONNREFUSED)');
    expect(result.stdout).toContain('4 queries: 0 with data, 0 quiet, 0 empty, 0 with an error, 4 not asked');
  });
});

describe('files', () => {
  const panel = (title: string, expr: string, more: object = {}) => ({
    id: title.length,
    title,
    type: 'timeseries',
    datasource: { type: 'prometheus', uid: '$ds' },
    gridPos: { x: 0, y: 0, w: 12, h: 8 },
    targets: [{ refId: 'A', expr, ...more }],
  });
  const legacy = {
    uid: 'legacy',
    title: 'Legacy',
    time: { from: 'now-15m', to: 'now' },
    templating: {
      list: [
        { name: 'ds', type: 'datasource', query: 'prometheus', current: { value: 'prom_old' } },
        {
          name: 'status',
          type: 'query',
          query: 'label_values(web_requests_total, status)',
          datasource: '$ds',
          includeAll: true,
          multi: true,
          current: { value: ['$__all'] },
          refresh: 1,
        },
        { name: 'zone', type: 'query', query: 'label_values(web_requests_total, zone)', datasource: '$ds', refresh: 1 },
        { name: 'state', type: 'query', query: 'label_values(nothing_here, status)', datasource: '$ds', refresh: 1 },
      ],
    },
    annotations: {
      list: [{ name: 'Restarts', datasource: '$ds', expr: 'web_requests_total < 0', enable: true }],
    },
    panels: [
      panel('All', 'sum by (status) (rate(web_requests_total{status=~"$status"}[$__rate_interval]))'),
      panel('State', 'web_requests_total{status="$state"}'),
      panel('Wrong', 'rate(web_requests_total)'),
      panel('Absent', 'sum(rate(web_requests_total{status="4xx"}[5m]))'),
      panel('Undeclared', 'web_requests_total{route="$rout"} + $nobody'),
      panel('Hidden', 'up', { hide: true }),
      {
        id: 99,
        title: 'Rows',
        type: 'table',
        datasource: { type: 'postgres', uid: 'pg' },
        targets: [{ refId: 'A', rawSql: 'select 1' }],
      },
    ],
  };
  const rules = `groups:
  - name: web
    rules:
      - { alert: Down, expr: 'up{job="web"} == 0' }
      - { alert: Blind, expr: 'nobody_exports_this > 5' }
      - { record: 'job:up:sum', expr: 'sum by (job) (up)' }
`;
  const files = {
    'dashpack.config.ts': undefined,
    'old/legacy.json': JSON.stringify(legacy, null, 2),
    'old/rules.yml': rules,
  };

  test('of old dashboards and rules: each cause, and what was not asked', async () => {
    const project = createProject(files);
    const args = ['audit', '--prometheus', healthy.url, '--file', 'old'];
    const document = parse(await project.run([...args, '--format', 'json']));
    expect(document.findings.map(({ id, file, message }) => [id, file, message])).toEqual([
      ['audit/label-value', 'old/legacy.json', expect.stringContaining('no label zone')],
      ['audit/never-seen', 'old/legacy.json', expect.stringContaining('nothing_here')],
      ['audit/variable-empty', 'old/legacy.json', expect.stringContaining('$state has no value')],
      ['audit/error', 'old/legacy.json', expect.stringContaining('expected type range vector')],
      ['audit/label-value', 'old/legacy.json', expect.stringContaining('status="4xx"')],
      ['audit/error', 'old/legacy.json', expect.stringContaining('no variable $')],
      ['audit/never-seen', 'old/rules.yml', expect.stringContaining('nobody_exports_this')],
    ]);
    expect(document.skipped.map(({ gate }) => gate)).toEqual([
      'panel "Hidden" of "Legacy", query A',
      'panel "Rows" of "Legacy"',
    ]);
    expect(document.totals).toMatchObject({ data: 3, quiet: 2, empty: 5, error: 2, 'not asked': 0 });
    const text = await project.run(args);
    expect(text.code).toBe(1);
    expect(text.stdout).toContain('quiet on');
    expect(text.stdout).toContain('not checked: panel "Rows" of "Legacy" (its datasource is postgres, not Prometheus)');
    expect((await project.run([...args, '--strict'])).code).toBe(3);
  });

  test('whose datasource nobody gives are not asked, and that is not fine', async () => {
    const project = createProject(files);
    const result = await project.run(['audit', '--prometheus', `other=${healthy.url}`, '--file', 'old/legacy.json']);
    expect(result.code).toBe(3);
    expect(result.stderr).toContain('no query was asked');
    expect(result.stdout).toContain('no server is given for the datasource "prom_old"');
  });

  test('beside a pack: a datasource that only they name', async () => {
    const project = createProject({ 'old/legacy.json': files['old/legacy.json'] });
    const server = ['--prometheus', `prom_old=${healthy.url}`];
    const result = await project.run(['audit', ...server, '--file', 'old/legacy.json']);
    expect(result).toMatchObject({ code: 1, stderr: '' });
    expect(result.stdout).toContain(`prom_old at ${healthy.url}: version 2.`);
    const pack = await project.run(['audit', ...server]);
    expect(pack).toMatchObject({ code: 2, stdout: '' });
    expect(pack.stderr).toContain('no role and no datasource of the packs is called prom_old');
  });
});

/** A Grafana as far as its API is documented: it has datasources and a dashboard, and leads to Prometheus. */
async function startGrafana(
  prometheus: string,
  token: string,
): Promise<{ url: string; asked: string[]; server: Server }> {
  const dashboard = {
    uid: 'fetched',
    title: 'Fetched',
    time: { from: 'now-15m', to: 'now' },
    panels: [
      { id: 1, title: 'Up', type: 'stat', targets: [{ refId: 'A', expr: 'up', instant: true }] },
      { id: 2, title: 'None', type: 'stat', targets: [{ refId: 'A', expr: 'nothing_here', instant: true }] },
    ],
  };
  const answers: Readonly<Record<string, unknown>> = {
    '/api/datasources': [
      { id: 1, uid: 'prom', name: 'Prom', type: 'prometheus', isDefault: true, jsonData: { timeInterval: '15s' } },
      { id: 2, uid: 'pg', name: 'Pg', type: 'postgres', jsonData: {} },
    ],
    '/api/search': [{ id: 1, uid: 'fetched', title: 'Fetched', type: 'dash-db' }],
    '/api/dashboards/uid/fetched': { dashboard, meta: { provisioned: true } },
  };
  const asked: string[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
      asked.push(`${request.method} ${pathname}`);
      if (request.headers.authorization !== `Bearer ${token}`) {
        response.writeHead(401).end(JSON.stringify({ message: `Invalid token ${token}` }));
        return;
      }
      const below = /^\/api\/datasources\/proxy\/uid\/prom(\/.*)$/.exec(pathname)?.[1];
      if (below === undefined) {
        response.writeHead(pathname in answers ? 200 : 418).end(JSON.stringify(answers[pathname] ?? {}));
        return;
      }
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const isForm = request.method === 'POST';
      const answer = await fetch(`${prometheus}${below}${search}`, {
        method: request.method ?? 'GET',
        ...(isForm
          ? { body: Buffer.concat(chunks), headers: { 'content-type': request.headers['content-type'] ?? '' } }
          : {}),
      });
      response.writeHead(answer.status).end(await answer.text());
    })();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, server };
}

describe('Grafana', () => {
  const token = 'glsa_very-secret';
  let grafana: Awaited<ReturnType<typeof startGrafana>>;

  beforeAll(async () => {
    grafana = await startGrafana(healthy.url, token);
  });
  afterAll(() => {
    grafana.server.close();
  });

  test('its own dashboards, through its proxy, with a token from the environment', async () => {
    const project = createProject({ 'dashpack.config.ts': undefined });
    const args = ['audit', '--grafana', grafana.url, '--fetch', '--bearer', 'env:GRAFANA_TOKEN'];
    const result = await project.run(args, { env: { GRAFANA_TOKEN: token } });
    expect(result).toMatchObject({ code: 1, stderr: '' });
    expect(result.stdout).toContain('Fetched (fetched): 1 of 2 have data');
    expect(result.stdout).toContain('nothing_here was never seen on Prom (prom)');
    expect(grafana.asked).toContain('POST /api/datasources/proxy/uid/prom/api/v1/query');
  });

  test('a token from a file that is refused is nowhere in the output', async () => {
    const project = createProject({ 'dashpack.config.ts': undefined, 'token.txt': 'another-secret\n' });
    const args = ['audit', '--grafana', grafana.url, '--fetch', '--bearer', 'file:token.txt', '--format', 'json'];
    const result = await project.run(args, { env: { DASHPACK_DEBUG: '1' } });
    expect(result.code).toBe(3);
    expect(`${result.stdout}${result.stderr}`).toContain('status 401');
    expect(`${result.stdout}${result.stderr}`).not.toContain('another-secret');
  });
});

describe('wrong usage', () => {
  test.each([
    ['no server', [], 'no server is given to ask'],
    ['a role that there is not', ['--prometheus', 'LOCL=http://x'], 'did you mean LOCAL?'],
    ['no address', ['--prometheus', 'LOCAL=there'], '--prometheus needs an address for LOCAL'],
    ['a password in the address', ['--prometheus', 'LOCAL=http://me:hunter2@x'], 'has a user or a password in it'],
    [
      'a token on the command line',
      ['--prometheus', 'LOCAL=http://x', '--bearer', 'hunter2'],
      'where the secret is, never what it is',
    ],
    ['an unset variable', ['--prometheus', 'LOCAL=http://x', '--bearer', 'env:NO_SUCH'], 'NO_SUCH, which is not set'],
    [
      'a token for nobody knows whom',
      ['--prometheus', 'LOCAL=http://x', '--grafana', 'http://y', '--bearer', 'env:HOME'],
      'must say for which server',
    ],
    [
      'two servers for one role',
      ['--prometheus', 'LOCAL=http://x', '--prometheus', 'LOCAL=http://y'],
      'two servers are given for LOCAL',
    ],
    ['no duration', ['--prometheus', 'LOCAL=http://x', '--window', 'long'], '--window "long" is not a duration'],
    ['nothing to fetch from', ['--prometheus', 'LOCAL=http://x', '--fetch'], '--fetch needs a Grafana'],
  ] as const)('%s', async (_what, args, message) => {
    const result = await createProject().run(['audit', ...args]);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain(message);
    expect(`${result.stdout}${result.stderr}`).not.toContain('hunter2');
  });

  test('certificates that nobody verifies', async () => {
    const env = { NODE_TLS_REJECT_UNAUTHORIZED: '0' };
    const result = await createProject().run(['audit', '--prometheus', 'LOCAL=https://x'], { env });
    expect(result).toMatchObject({ code: 2, stderr: expect.stringContaining('NODE_TLS_REJECT_UNAUTHORIZED=0 is set') });
  });
});
