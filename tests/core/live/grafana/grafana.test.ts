import { expect, test } from 'vitest';
import { grafanaAt, type Grafana } from '../../../../src/core/live/grafana/grafana.js';
import { createTransport } from '../../../../src/core/live/transport.js';
import { catchFailure } from '../catch-failure.js';
import { startRecordedServer, type Exchange } from '../recorded-server.js';
import { testClock } from '../test-clock.js';

async function grafanaWith(...exchanges: readonly Exchange[]): Promise<Grafana> {
  const { url } = await startRecordedServer(exchanges);
  const credentials = { authentication: { kind: 'bearer', token: 'glsa_1' } } as const;
  return grafanaAt(createTransport({ baseUrl: url, clock: testClock, credentials }));
}

const found = (uid: string) => ({
  id: 1,
  uid,
  title: uid,
  uri: `db/${uid}`,
  url: `/d/${uid}`,
  type: 'dash-db',
  tags: [],
});
const dashboard = (uid: string, provisioned: boolean) => ({
  dashboard: { id: 1, uid, title: uid, panels: [], schemaVersion: 39, version: 1 },
  meta: {
    slug: uid,
    url: `/d/${uid}`,
    provisioned,
    provisionedExternalId: provisioned ? `${uid}.json` : '',
    folderUid: 'f',
  },
});

test('health and user', async () => {
  const grafana = await grafanaWith(
    { path: '/api/health', json: { commit: '087143285', database: 'ok', version: '12.1.0' } },
    { path: '/api/user', headers: { authorization: 'Bearer glsa_1' }, json: { id: 1, login: 'admin', orgId: 1 } },
  );
  expect(await grafana.health()).toEqual({ database: 'ok', version: '12.1.0' });
  expect(await grafana.user()).toEqual({ login: 'admin', orgId: 1 });
});

test('credentials that do not sign in', async () => {
  const grafana = await grafanaWith({ path: '/api/user', status: 401, json: { message: 'Invalid API key' } });
  const failure = await catchFailure(grafana.user());
  expect(failure).toMatchObject({ status: 401, message: expect.stringContaining('Invalid API key') });
});

test('a search asks page by page', async () => {
  const page = Array.from({ length: 500 }, (_unused, index) => found(`d${index}`));
  const parameters = { type: 'dash-db', limit: '500' };
  const grafana = await grafanaWith(
    { path: '/api/search', parameters: { ...parameters, page: '1' }, json: page },
    { path: '/api/search', parameters: { ...parameters, page: '2' }, json: [{ ...found('last'), folderTitle: 'F' }] },
  );
  const all = await grafana.search();
  expect(all).toHaveLength(501);
  expect(all.at(-1)).toEqual({ uid: 'last', title: 'last', folderTitle: 'F' });
});

test('a dashboard, and those that files provisioned', async () => {
  const grafana = await grafanaWith(
    { path: '/api/dashboards/uid/a%2Fb', json: dashboard('a/b', true) },
    { path: '/api/search', parameters: { type: 'dash-db', limit: '500', page: '1' }, json: [found('p'), found('own')] },
    { path: '/api/dashboards/uid/p', json: dashboard('p', true) },
    { path: '/api/dashboards/uid/own', json: dashboard('own', false) },
  );
  expect(await grafana.dashboard('a/b')).toMatchObject({ dashboard: { uid: 'a/b' }, meta: { provisioned: true } });
  expect((await grafana.provisionedDashboards()).map(({ dashboard: { uid } }) => uid)).toEqual(['p']);
});

test('datasources, how they are, and one through the proxy', async () => {
  const source = {
    id: 1,
    orgId: 1,
    uid: 'prom',
    name: 'Prom',
    type: 'prometheus',
    access: 'proxy',
    url: 'http://p:9090',
  };
  const grafana = await grafanaWith(
    {
      path: '/api/datasources',
      json: [
        { ...source, isDefault: true, jsonData: { timeInterval: '5s' } },
        { ...source, jsonData: null },
      ],
    },
    {
      path: '/api/datasources/uid/prom/health',
      json: { status: 'OK', message: 'Successfully queried the Prometheus API.' },
    },
    { path: '/api/datasources/uid/prom/health', status: 400, json: { status: 'ERROR', message: 'connection refused' } },
    {
      path: '/api/datasources/proxy/uid/prom/api/v1/query',
      method: 'POST',
      parameters: { query: 'up', time: '1', stats: 'all' },
      headers: { authorization: 'Bearer glsa_1' },
      json: { status: 'success', data: { resultType: 'scalar', result: [1, '2'] } },
    },
  );
  expect(await grafana.datasources()).toMatchObject([
    { isDefault: true, jsonData: { timeInterval: '5s' } },
    { jsonData: {} },
  ]);
  expect(await grafana.datasourceHealth('prom')).toMatchObject({ status: 'OK' });
  expect(await grafana.datasourceHealth('prom')).toEqual({ status: 'ERROR', message: 'connection refused' });
  expect(await grafana.prometheus('prom').query('up', 1)).toMatchObject({ data: { result: { result: [1, '2'] } } });
});
