import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { createTransport } from '../../../../src/core/live/transport.js';
import type { GateResult } from '../../../../src/core/inspect/gates/gate-result.js';
import { checkGrafana } from '../../../../src/core/inspect/gates/live/grafana.js';
import { mapDatasources } from '../../../../src/core/pack/in-environment.js';
import { smallPack } from '../../stack/small-stack.js';
import { startRecordedServer, type Exchange } from '../../live/recorded-server.js';
import { testClock } from '../../live/test-clock.js';
import { verified } from './verified.js';

const password = 'hunter2-is-secret';
const health = { path: '/api/health', json: { database: 'ok', version: '12.1.0', commit: 'x' } };
const user = { path: '/api/user', json: { id: 1, login: 'admin', orgId: 1 } };
const search = (...uids: readonly string[]): Exchange => ({
  path: '/api/search',
  parameters: { type: 'dash-db', limit: '500', page: '1' },
  json: uids.map((uid) => ({ id: 1, uid, title: uid, type: 'dash-db' })),
});
const datasource = (uid: string, url: string, more: object = {}) => ({
  id: 1,
  orgId: 1,
  uid,
  name: uid,
  type: 'prometheus',
  access: 'proxy',
  url,
  isDefault: false,
  readOnly: true,
  jsonData: { timeInterval: '15s' },
  ...more,
});
const local = datasource('prom_local', 'http://local:9090');
const shadow = datasource('prom_shadow', 'http://shadow:9090');
const well = (uid: string): Exchange => ({
  path: `/api/datasources/uid/${uid}/health`,
  json: { status: 'OK', message: 'Successfully queried the Prometheus API.' },
});
const list = (...all: readonly object[]): Exchange => ({ path: '/api/datasources', json: all, times: 2 });

async function dashboard(change: object = {}, meta: object = {}): Promise<Exchange> {
  const [built] = (await verified()).dashboards;
  return {
    path: '/api/dashboards/uid/web',
    json: {
      dashboard: { ...built?.json, id: 4, version: 2, ...change },
      meta: {
        slug: 'web',
        url: '/d/web/web',
        folderTitle: 'http',
        provisioned: true,
        provisionedExternalId: 'http/web.json',
        ...meta,
      },
    },
  };
}

async function check(exchanges: readonly Exchange[], isExplicit = true): Promise<readonly GateResult[]> {
  const { url } = await startRecordedServer(exchanges);
  const credentials = { authentication: { kind: 'basic', user: 'admin', password } } as const;
  const transport = createTransport({ baseUrl: url, clock: testClock, credentials });
  return checkGrafana({ transport, isExplicit, hasCredentials: true }, [await verified()], parse);
}

const short = (results: readonly GateResult[]): readonly string[] =>
  results.map(
    ({ verdict, check: name, subject }) =>
      `${verdict} ${name}${name === 'grafana.health' || name === 'grafana.login' ? '' : ` ${subject}`}`,
  );

test('a Grafana that has what was built', async () => {
  const results = await check([
    health,
    user,
    await dashboard(),
    search('web'),
    list(local, shadow),
    well('prom_local'),
    well('prom_shadow'),
  ]);
  expect(short(results)).toEqual([
    'pass grafana.health',
    'pass grafana.login',
    'pass grafana.dashboard web',
    'pass grafana.role-variables web',
    'pass grafana.links team',
    'pass grafana.datasource prom_local',
    'pass grafana.datasource-health prom_local',
    'pass grafana.datasource prom_shadow',
    'pass grafana.datasource-health prom_shadow',
  ]);
  const evidence = JSON.stringify(results);
  expect(evidence).toContain('/api/dashboards/uid/web');
  expect(evidence).not.toContain(password);
  expect(evidence).not.toContain(btoa(`admin:${password}`));
});

test('another dashboard than was built says what differs', async () => {
  const results = await check([
    health,
    user,
    await dashboard({ title: 'Mine' }),
    search('web'),
    list(local, shadow),
    well('prom_local'),
    well('prom_shadow'),
  ]);
  expect(results.find(({ check: name }) => name === 'grafana.dashboard')).toMatchObject({
    verdict: 'fail',
    message: 'Grafana has another dashboard than was built (Grafana → built)',
    details: ['  title: "Mine" → "Web"'],
    next: expect.stringContaining('dashpack check'),
  });
});

test('variables of roles as Grafana has them', async () => {
  const templating = { list: [] };
  const results = await check([
    health,
    user,
    await dashboard({ templating }),
    search('web'),
    list(local, shadow),
    well('prom_local'),
    well('prom_shadow'),
  ]);
  expect(results.find(({ check: name }) => name === 'grafana.role-variables')).toMatchObject({
    verdict: 'fail',
    details: ['DS_LOCAL is missing', 'DS_SHADOW is missing'],
  });
});

test('a dashboard that is not there, or that no file provisioned', async () => {
  const missing = { path: '/api/dashboards/uid/web', status: 404, json: { message: 'Dashboard not found' } };
  const rest = [list(local, shadow), well('prom_local'), well('prom_shadow')];
  const gone = await check([health, user, missing, ...rest]);
  expect(short(gone).slice(2, 5)).toEqual([
    'fail grafana.dashboard web',
    'skip grafana.role-variables web',
    'skip grafana.links team',
  ]);
  const byHand = await check([health, user, await dashboard({}, { provisioned: false }), search('web'), ...rest]);
  expect(byHand[2]).toMatchObject({ verdict: 'fail', message: expect.stringContaining('no file provisioned it') });
});

test('a link that leads to what Grafana does not have', async () => {
  const links = [{ title: 'Old', type: 'link', url: '/d/old' }];
  const results = await check([
    health,
    user,
    await dashboard({ links }),
    search('web'),
    list(local, shadow),
    well('prom_local'),
    well('prom_shadow'),
  ]);
  expect(results.find(({ check: name }) => name === 'grafana.links')).toMatchObject({
    verdict: 'fail',
    details: ['"Web": "Old" leads to old'],
  });
});

test('datasources that are missing, otherwise, or not well', async () => {
  const other = datasource('prom_local', 'http://wrong:1', { readOnly: false });
  const ill = {
    path: '/api/datasources/uid/prom_local/health',
    status: 400,
    json: { status: 'ERROR', message: 'connection refused' },
  };
  const results = await check([health, user, await dashboard(), search('web'), list(other), ill]);
  expect(results.slice(5)).toMatchObject([
    {
      check: 'grafana.datasource',
      verdict: 'fail',
      details: [
        'its address is http://wrong:1, not http://local:9090',
        'no file provisioned it: anybody can change it',
      ],
    },
    { check: 'grafana.datasource-health', verdict: 'fail', message: 'Grafana does not reach it: connection refused' },
    { check: 'grafana.datasource', subject: 'prom_shadow', verdict: 'fail' },
  ]);
});

test('a password that is not taken: the rest is left out, and nothing passes', async () => {
  const refused = { path: '/api/user', status: 401, json: { message: 'Invalid username or password' } };
  const results = await check([health, refused]);
  expect(short(results)).toEqual([
    'pass grafana.health',
    'fail grafana.login',
    'skip grafana.dashboard team',
    'skip grafana.role-variables team',
    'skip grafana.links team',
    'skip grafana.datasource team',
  ]);
  expect(results[1]?.next).toContain('volume');
});

test('the token of a service account is not a user, and signs in all the same', async () => {
  const none = { path: '/api/user', status: 404, json: { message: 'user not found' } };
  const results = await check([
    health,
    none,
    search('web'),
    await dashboard(),
    search('web'),
    list(local, shadow),
    well('prom_local'),
    well('prom_shadow'),
  ]);
  expect(results[1]).toMatchObject({ verdict: 'pass', message: expect.stringContaining('sees 1 dashboard') });
});

test('what a token may not read is left out', async () => {
  const forbidden = { path: '/api/datasources', status: 403, json: { message: 'Forbidden' }, times: 2 };
  const results = await check([health, user, await dashboard(), search('web'), forbidden]);
  expect(short(results).slice(5)).toEqual([
    'skip grafana.datasource prom_local',
    'skip grafana.datasource prom_shadow',
  ]);
  expect(results.some(({ isMissed }) => isMissed)).toBe(false);
});

test('what answers is no Grafana', async () => {
  const results = await check([{ path: '/api/health', text: '<html>Hello</html>' }]);
  expect(results[0]).toMatchObject({ verdict: 'fail', next: 'see what listens there: dashpack doctor' });
});

test.each([
  [true, true],
  [false, undefined],
])('nobody answers, where it was named: %s', async (isExplicit, isMissed) => {
  const transport = createTransport({ baseUrl: 'http://127.0.0.1:1', clock: testClock });
  const [first] = await checkGrafana({ transport, isExplicit, hasCredentials: true }, [await verified()], parse);
  expect(first).toMatchObject({ check: 'grafana.health', verdict: 'skip' });
  expect(first?.isMissed).toBe(isMissed);
});

test('a datasource that need not run', async () => {
  const down = { status: 400, json: { status: 'ERROR', message: 'no such host' } };
  const { url } = await startRecordedServer([
    health,
    user,
    await dashboard(),
    search('web'),
    list(local, shadow),
    { path: '/api/datasources/uid/prom_local/health', ...down },
    { path: '/api/datasources/uid/prom_shadow/health', ...down },
  ]);
  const pack = smallPack({});
  const optional = mapDatasources(pack, (each) =>
    each.uid === 'prom_shadow' && each.type === 'prometheus' ? { ...each, isOptional: true } : each,
  );
  const transport = createTransport({ baseUrl: url, clock: testClock });
  const target = { transport, isExplicit: true, hasCredentials: true };
  const results = await checkGrafana(target, [await verified({}, optional)], parse);
  const found = results.filter(({ check: name }) => name === 'grafana.datasource-health');
  expect(found).toMatchObject([{ verdict: 'fail' }, { subject: 'prom_shadow', verdict: 'skip' }]);
});
