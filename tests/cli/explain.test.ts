import { expect, test } from 'vitest';
import { createProject } from './project.js';

async function explain(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await createProject().run(['explain', ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

test('a counter: where it comes from and who asks it', async () => {
  expect(await explain('web_requests_total')).toBe(`web_requests_total: counter in requests, pack team
  Requests served.
  declared  catalog.ts:14:25
  labels    route (any, such as /); status (2xx, 5xx); job and instance, from the scrape
  owner     LOCAL → prom_local
  producer  job web, port 8000, /metrics every 15s, scraped by LOCAL → prom_local
  used by   1 query in 1 dashboard
    Web (web)  dashboards/web.ts:4:16
      panel "Requests by route"  dashboards/web.ts:7:13
        A on prom_local: sum by (route) (rate(web_requests_total{status="2xx"}[$__rate_interval]))
`);
});

test.each([['web_duration_seconds'], ['web_duration_seconds_bucket'], ['web_duration_seconds_count']])(
  'a histogram, as %s',
  async (name) => {
    expect(await explain(name)).toBe(`web_duration_seconds: histogram in seconds, pack team
  Time to serve a request.
  declared  catalog.ts:24:25
  series    web_duration_seconds_bucket, web_duration_seconds_sum, web_duration_seconds_count
  buckets   0.1, 1
  labels    job and instance, from the scrape
  owner     LOCAL → prom_local
  producer  job web, port 8000, /metrics every 15s, scraped by LOCAL → prom_local
  used by   1 query in 1 dashboard
    Web (web)  dashboards/web.ts:4:16
      panel "Served in time"  dashboards/web.ts:12:13
        A on prom_local: sum(rate(web_duration_seconds_bucket{le="0.1"}[$__rate_interval]))
`);
  },
);

test('a family that every Prometheus has', async () => {
  expect(await explain('up')).toContain('  owner     none: it exists on every Prometheus, and queries name the role\n');
});

const panel = `panel "Web up": stat, pack team
  dashboard   Health (health)
  row, key    up, web; id 1758267961
  written at  dashboards/health.ts:5:32
  datasource  prom_local
  query A     min(up{job="web"})
              on LOCAL → prom_local; metrics: up
`;

test.each([['Web up'], ['WEB UP'], ['web'], ['1758267961']])('a panel, as %s', async (name) => {
  expect(await explain(name)).toBe(panel);
});

test('a panel of a plugin is named, and such panels are counted', async () => {
  const project = createProject();
  project.edit('dashboards/web.ts', 'import { dashboard,', 'import { dashboard, pluginPanel,');
  project.edit(
    'dashboards/web.ts',
    "stat('In flight', {",
    "pluginPanel('a-panel')('In flight', { options: { any: 1 },",
  );
  expect((await project.run(['explain', 'In flight'])).stdout).toContain(
    '  options     not checked: there is no builder for a-panel (1 such in the packs)\n',
  );
  expect((await project.run(['build'])).code).toBe(0);
  const page = project.read('generated/team/README.md');
  expect(page).toMatch(/\| Panels whose options are not checked +\| 1 +\|/);
  expect(page).toContain('**In flight** (a-panel, options not checked, row `traffic`)');
});

test('every panel of a name, or those of one dashboard', async () => {
  const project = createProject();
  project.edit('dashboards/web.ts', "'In flight'", "'Web up'");
  const { stdout } = await project.run(['explain', 'web up']);
  expect(stdout.match(/dashboard {3}.*/g)).toEqual(['dashboard   Web (web)', 'dashboard   Health (health)']);
  expect((await project.run(['explain', 'web up', '--dashboard', 'health'])).stdout).toBe(panel);
  expect(await project.run(['explain', 'web up', '--dashboard', 'helth'])).toMatchObject({
    code: 2,
    stderr: 'no dashboard has the uid "helth": did you mean "health"?\n  next: use --dashboard with web, health\n',
  });
});

test('JSON', async () => {
  expect(JSON.parse(await explain('web_in_flight', '--format', 'json'))).toEqual({
    exitCode: 0,
    subject: 'web_in_flight',
    metrics: [
      {
        kind: 'metric',
        pack: 'team',
        name: 'web_in_flight',
        type: 'gauge',
        help: 'Requests being served.',
        place: 'catalog.ts:22:25',
        series: ['web_in_flight'],
        labels: {},
        origin: 'exported',
        owners: [{ role: 'LOCAL', datasource: 'prom_local' }],
        producers: [
          {
            job: 'web',
            port: 8000,
            path: '/metrics',
            scrapeInterval: '15s',
            scrapedBy: [{ role: 'LOCAL', datasource: 'prom_local' }],
          },
        ],
        uses: [
          {
            dashboard: { uid: 'web', title: 'Web', place: 'dashboards/web.ts:4:16' },
            panel: {
              id: expect.any(Number) as number,
              key: 'inFlight',
              row: 'traffic',
              title: 'In flight',
              place: 'dashboards/web.ts:11:17',
            },
            queries: [
              {
                refId: 'A',
                expr: 'sum(web_in_flight)',
                role: 'LOCAL',
                datasource: 'prom_local',
                metrics: ['web_in_flight'],
              },
            ],
          },
        ],
        rules: [],
        recordedBy: [],
      },
    ],
    rules: [],
    panels: [],
    skipped: [],
    findings: [],
  });
});

test.each<[subject: string, stderr: string]>([
  [
    'web_request_total',
    'no metric, no rule and no panel is called "web_request_total"; near are "web_requests_total"\n  next: dashpack explain web_requests_total\n',
  ],
  [
    'duration',
    'no metric, no rule and no panel is called "duration"; near are "web_duration_seconds", "web_duration_seconds_bucket", "web_duration_seconds_sum", "web_duration_seconds_count"\n  next: dashpack explain web_duration_seconds\n',
  ],
  [
    'In flght',
    'no metric, no rule and no panel is called "In flght"; near are "In flight"\n  next: dashpack explain \'In flight\'\n',
  ],
  ['xyzzy', 'no metric, no rule and no panel is called "xyzzy"\n  next: dashpack explain --help\n'],
])('an unknown subject, %s', async (subject, stderr) => {
  expect(await createProject().run(['explain', subject])).toEqual({ code: 2, signal: null, stdout: '', stderr });
});
