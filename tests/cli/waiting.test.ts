import { expect, test } from 'vitest';
import { createProject, type Project } from './project.js';

/** The project, where nobody exports one of its metrics yet. */
function waitingProject(): Project {
  const project = createProject();
  project.edit('catalog.ts', 'producer: web, help:', "missing: { producer: web, note: 'asked for in May' }, help:");
  return project;
}

test('explain says for whom a metric waits, and which panel shows nothing', async () => {
  const project = waitingProject();
  expect((await project.run(['explain', 'web_in_flight'])).stdout).toBe(`web_in_flight: gauge, pack team
  Requests being served.
  declared  catalog.ts:22:25
  labels    job and instance, from the scrape
  owner     LOCAL → prom_local
  waiting   for a producer: nobody exports it yet, web should
            asked for in May
  by        job web, port 8000, /metrics every 15s, scraped by LOCAL → prom_local
  used by   1 query in 1 dashboard
    Web (web)  dashboards/web.ts:4:16
      panel "In flight"  dashboards/web.ts:11:17
        A on prom_local: sum(web_in_flight)
`);
  const { stdout } = await project.run(['explain', 'In flight']);
  expect(stdout).toContain('\n  waiting     for web: nobody exports web_in_flight yet\n');
});

test('lint lists what waits, as a note: it fails nothing', async () => {
  const { code, stdout } = await waitingProject().run(['lint', '--only', 'promql/waiting-for-producer']);
  expect(code).toBe(0);
  expect(stdout).toContain('nobody exports web_in_flight yet: it is waiting for web');
  expect(stdout).toContain('dashboards/web.ts:11:17');
});

test('build writes the panel with what it waits for', async () => {
  const project = waitingProject();
  expect(await project.run(['build'])).toMatchObject({ code: 0 });
  const { panels } = JSON.parse(project.read('generated/team/grafana/dashboards/http/web.json')) as {
    readonly panels: readonly {
      readonly title: string;
      readonly description: string;
      readonly fieldConfig: { readonly defaults: { readonly noValue?: string } };
    }[];
  };
  const panel = panels.find(({ title }) => title === 'In flight');
  expect(panel?.description).toBe(
    '`web_in_flight`: Requests being served.\n\nWaiting for web: nobody exports `web_in_flight` yet.',
  );
  expect(panel?.fieldConfig.defaults.noValue).toBe('waiting for web');
});

test('build refuses a zero of it, at its line', async () => {
  const project = createProject();
  project.edit(
    'catalog.ts',
    "owner: LOCAL,\n  producer: web,\n  help: 'Requests served.'",
    "owner: LOCAL,\n  missing: { producer: web },\n  help: 'Requests served.'",
  );
  project.edit('dashboards/web.ts', 'sum(inFlight())', 'zeroWhileAlive(sum(rate(requests())))');
  project.edit('dashboards/web.ts', 'import { ', 'import { zeroWhileAlive, ');
  const { code, stderr } = await project.run(['build']);
  expect(code).not.toBe(0);
  expect(stderr).toContain(
    'zeroWhileAlive() of web_requests_total: nobody exports it yet, so its 0 would be made up; leave the panel empty until web exports it',
  );
  expect(stderr).toMatch(/dashboards\/web\.ts:\d+:\d+/);
});

test('explain shows a query in SQL, its table and what is assumed of it', async () => {
  const project = createProject({
    'dashboards/health.ts': `import { dashboard, dashboardRef, row, sql, stat } from 'dashpack';
import { SHOP } from '../catalog.js';

const orders = sql.table('orders', { at: 'timestamptz' }, { assumed: 'guessed' });
export default dashboard(dashboardRef({ uid: 'health', title: 'Health', folder: 'overview' }), {
  rows: {
    all: row('All', {
      orders: stat('Orders', {
        sql: sql.query(SHOP, { from: orders, time: orders.columns.at, select: { n: sql.count() } }),
      }),
    }),
  },
});
`,
  });
  project.edit('catalog.ts', 'import { ', 'import { postgresDatasource, sqlRole, ');
  project.edit(
    'catalog.ts',
    "export const LOCAL = role('LOCAL', { pinned: true });",
    `export const LOCAL = role('LOCAL', { pinned: true });
export const SHOP = sqlRole('SHOP', { pinned: true });
export const shop = postgresDatasource('shop', { url: 'db:5432', database: 'shop', user: 'r', passwordFrom: 'PW' });`,
  );
  project.edit('pack.ts', 'roles: [catalog.LOCAL]', 'roles: [catalog.LOCAL, catalog.SHOP]');
  project.edit('pack.ts', 'datasources: [catalog.prometheus]', 'datasources: [catalog.prometheus, catalog.shop]');
  project.edit('pack.ts', '{ LOCAL: catalog.prometheus }', '{ LOCAL: catalog.prometheus, SHOP: catalog.shop }');
  expect(await project.run(['build'])).toMatchObject({ code: 0 });
  expect((await project.run(['explain', 'Orders'])).stdout).toBe(`panel "Orders": stat, pack team
  dashboard   Health (health)
  row, key    all, orders; id 334289392
  written at  dashboards/health.ts:8:15
  datasource  shop
  query A     SELECT
                count(*) AS "n"
              FROM "orders"
              WHERE $__timeFilter("at")
              on SHOP → shop; table orders: at
              assumed: guessed
`);
});
