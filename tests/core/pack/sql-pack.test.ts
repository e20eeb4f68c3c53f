import {
  customVariable,
  dashboard,
  dashboardRef,
  datasource,
  override,
  pack,
  postgresDatasource,
  role,
  section,
  sql,
  sqlRole,
  stat,
  timeseries,
  type Datasource,
  type Pack,
} from 'dashpack';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { AnyPanel } from '../../../src/core/panel/panel.js';
import { buildPack } from '../../../src/core/pack/build/build-pack.js';

const PROM = role('PROM');
const SHOP = sqlRole('SHOP', { label: 'Shop' });
const prometheus = datasource('prom', { url: 'http://prom:9090' });
const postgres = postgresDatasource('shop', {
  url: 'db:5432',
  database: 'shop',
  user: 'reader',
  passwordFrom: 'SHOP_PASSWORD',
});
const orders = sql.table('orders', { at: 'timestamptz', country: 'text' }, { assumed: 'guessed' });
const within = { from: orders, time: orders.columns.at } as const;
const count = sql.query(SHOP, { ...within, select: { Orders: sql.count() } });

function packOf(
  panels: Readonly<Record<string, AnyPanel>>,
  bindings: { readonly PROM: Datasource; readonly SHOP: Datasource } = { PROM: prometheus, SHOP: postgres },
): Pack {
  const ref = dashboardRef({ uid: 'orders', title: 'Orders', folder: 'shop' });
  const one = dashboard(ref, { rows: { all: section(panels as never) } });
  const datasources = [prometheus, postgres];
  const spec = { name: 'shop', title: 'Shop', datasources, bindings, producers: [], metrics: [] };
  return pack({ ...spec, roles: [PROM, SHOP], dashboards: [() => one] });
}

async function built(
  of: Pack,
): Promise<{ readonly files: ReadonlyMap<string, string>; readonly findings: readonly string[] }> {
  const files = new Map<string, string>();
  const findings: string[] = [];
  for await (const event of buildPack(of)) {
    if (event.artifact !== undefined) files.set(event.artifact.path, event.artifact.text);
    findings.push(...event.findings.map(({ id, message }) => `${id}: ${message}`));
  }
  return { files, findings };
}

test('a PostgreSQL server is provisioned, its password from the environment, and no Prometheus is configured for it', async () => {
  const { files, findings } = await built(packOf({ orders: stat('Orders', { sql: count }) }));
  expect(findings).toEqual([]);
  const provisioned = parse(files.get('grafana/provisioning/datasources/shop.yaml') ?? '') as {
    readonly datasources: readonly unknown[];
  };
  expect(provisioned.datasources[1]).toEqual({
    name: 'shop',
    uid: 'shop',
    type: 'grafana-postgresql-datasource',
    access: 'proxy',
    url: 'db:5432',
    user: 'reader',
    isDefault: false,
    editable: false,
    jsonData: { database: 'shop', sslmode: 'require', postgresVersion: 1200 },
    secureJsonData: { password: '$SHOP_PASSWORD' },
  });
  expect([...files.keys()].filter((path) => path.startsWith('prometheus/'))).toEqual([
    'prometheus/prom/prometheus.yml',
  ]);
});

test('its panels ask it by the hidden variable, as Grafana’s editor of SQL writes queries, and say what they assume', async () => {
  const { files } = await built(packOf({ orders: stat('Orders', { sql: count, description: 'All of them.' }) }));
  const json = JSON.parse(files.get('grafana/dashboards/shop/orders.json') ?? '') as {
    readonly panels: readonly { readonly targets: unknown; readonly description: string }[];
    readonly templating: { readonly list: readonly Readonly<Record<string, unknown>>[] };
  };
  expect(json.panels[0]?.targets).toEqual([
    {
      datasource: { type: 'grafana-postgresql-datasource', uid: '${DS_SHOP}' },
      editorMode: 'code',
      format: 'table',
      rawQuery: true,
      rawSql: 'SELECT\n  count(*) AS "Orders"\nFROM "orders"\nWHERE $__timeFilter("at")',
      refId: 'A',
    },
  ]);
  expect(json.panels[0]?.description).toBe(
    'All of them.\n\nAssumes the table `orders` with `at` (timestamptz): guessed.',
  );
  expect(json.templating.list[1]).toMatchObject({
    name: 'DS_SHOP',
    query: 'grafana-postgresql-datasource',
    regex: '/^shop$/',
  });
});

test('what is wrong is a finding', async () => {
  const route = customVariable('country', ['DE']);
  const { findings } = await built(
    packOf(
      {
        line: timeseries('Line', { sql: count }),
        column: stat('Column', { sql: count, overrides: [override('Order', { unit: 'none' })] }),
        stranger: stat('Stranger', { sql: sql.query(sqlRole('OTHER'), { ...within, select: { n: sql.count() } }) }),
        variable: stat('Variable', {
          sql: sql.query(SHOP, {
            ...within,
            select: { n: sql.count() },
            where: [sql.isAmong(orders.columns.country, route)],
          }),
        }),
      },
      { PROM: postgres, SHOP: prometheus },
    ),
  );
  expect(findings).toEqual([
    'datasource/wrong-type: role PROM is asked in PromQL, but "shop", to which it is bound, is a datasource of type grafana-postgresql-datasource: bind another one',
    'datasource/wrong-type: role SHOP is asked in SQL, but "prom", to which it is bound, is a datasource of type prometheus: bind another one',
    'panel/sql-without-time: a timeseries panel is drawn by a time, and its query in SQL counts none: say perInterval: true',
    'panel/override-field: the override is for the column "Order", which the query does not return; it returns Orders',
    "datasource/unknown-role: role OTHER is not one of the pack's roles: add it to roles and bind it",
    'variable/undeclared: it uses the variable $country, which the dashboard does not declare: add it to variables',
  ]);
});

test.each(['hunter2', 'Hunter2', '$SHOP', 'a b', 'S3CRET!'])(
  'a password in place of its variable is refused, and not repeated: %s',
  (passwordFrom) => {
    const make = (): unknown =>
      postgresDatasource('shop', { url: 'db:5432', database: 'shop', user: 'reader', passwordFrom });
    const message = 'passwordFrom of datasource "shop" is not the name of an environment variable';
    expect(make).toThrow(message);
    expect(make).not.toThrow(passwordFrom);
  },
);
