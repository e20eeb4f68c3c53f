import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../../src/core/document/read/read-document.js';
import { prometheusAt, type Prometheus } from '../../../../src/core/live/prometheus/prometheus.js';
import { createTransport } from '../../../../src/core/live/transport.js';
import { auditSource } from '../../../../src/core/inspect/audit/audit.js';
import type { AuditReport } from '../../../../src/core/inspect/audit/audited.js';
import type { QueryDatasource } from '../../../../src/core/inspect/ask/server.js';
import { QueryServers } from '../../../../src/core/inspect/ask/servers.js';
import { coverage, totalsOf } from '../../../../src/core/inspect/audit/totals.js';
import { testClock } from '../../live/test-clock.js';
import { startRecordedServer, type Exchange } from '../../live/recorded-server.js';

const now = 1_700_000_010;

async function prometheusWith(exchanges: readonly Exchange[]): Promise<Prometheus> {
  const { url } = await startRecordedServer(exchanges);
  return prometheusAt(createTransport({ baseUrl: url, clock: testClock }));
}

function datasource(prometheus: Prometheus, more: Partial<QueryDatasource> = {}): QueryDatasource {
  const facts = { title: 'P', names: ['p'], roles: [], isDefault: false, isOnly: false, scrapeInterval: 15 };
  return { ...facts, prometheus, ...more };
}

async function audit(
  dashboard: object,
  datasources: readonly QueryDatasource[],
  window?: string,
): Promise<AuditReport> {
  const { dashboards, unread } = await readDocument({
    file: 'd.json',
    text: JSON.stringify({ panels: [], ...dashboard }),
  });
  const source = { name: 'd.json', dashboards, ruleFiles: [], unread, locate: () => undefined };
  return auditSource(source, { servers: new QueryServers(datasources), now, window });
}

const vector = { status: 'success', data: { resultType: 'vector', result: [{ metric: {}, value: [now, '1'] }] } };
const matrix = { status: 'success', data: { resultType: 'matrix', result: [{ metric: {}, values: [[now, '1']] }] } };

const instant = (query: string, time = now): Exchange => ({
  path: '/api/v1/query',
  method: 'POST',
  parameters: { query, time: String(time), stats: 'all' },
  json: vector,
});
const ranged = (query: string, start: number, end: number, step: number): Exchange => ({
  path: '/api/v1/query_range',
  method: 'POST',
  parameters: { query, start: String(start), end: String(end), step: String(step), stats: 'all' },
  json: matrix,
});

const panel = (expr: string, more: object = {}, target: object = {}): object => ({
  id: 1,
  title: 'T',
  type: 'timeseries',
  datasource: { type: 'prometheus', uid: 'p' },
  gridPos: { x: 0, y: 0, w: 12, h: 8 },
  targets: [{ refId: 'A', expr, ...target }],
  ...more,
});

describe('what a panel asks', () => {
  const hour = { time: { from: 'now-1h', to: 'now' } };

  test.each([
    ['once, at the end', [panel('up', {}, { instant: true, range: false })], undefined, instant('up')],
    // An hour on 960 pixels is less than a scrape interval per point; points stand at its multiples.
    ['over the range', [panel('up')], undefined, ranged('up', 1_699_996_410, 1_700_000_010, 15)],
    ['over the window', [panel('up')], '10m', ranged('up', 1_699_999_410, 1_700_000_010, 15)],
    [
      'at its own distance',
      [panel('up', { interval: '1m' })],
      undefined,
      ranged('up', 1_699_996_380, 1_699_999_980, 60),
    ],
    [
      'over its own range',
      [panel('up', { timeFrom: '30m' })],
      undefined,
      ranged('up', 1_699_998_210, 1_700_000_010, 15),
    ],
    [
      'at an earlier time',
      [panel('up', { timeShift: '1h' })],
      undefined,
      ranged('up', 1_699_992_810, 1_699_996_410, 15),
    ],
    [
      'on few points',
      [panel('x[$__interval]', { maxDataPoints: 10 })],
      undefined,
      ranged('x[5m]', 1_699_996_200, 1_699_999_800, 300),
    ],
    [
      'with a window of rates',
      [panel('rate(x[$__rate_interval])')],
      undefined,
      ranged('rate(x[1m])', 1_699_996_410, 1_700_000_010, 15),
    ],
  ] as const)('%s', async (_what, panels, window, exchange) => {
    const report = await audit({ ...hour, panels }, [datasource(await prometheusWith([exchange]))], window);
    expect(report.queries).toMatchObject([{ status: 'data', series: 1, server: 'P' }]);
  });

  test('of repeated panels the first, and the others are listed', async () => {
    const list = [
      { name: 'job', type: 'custom', query: 'a,b,c', multi: true, includeAll: true, current: { value: ['$__all'] } },
    ];
    const panels = [panel('up{job=~"$job"}', { repeat: 'job' }, { instant: true, range: false })];
    const prometheus = await prometheusWith([instant('up{job=~"a"}')]);
    const report = await audit({ ...hour, templating: { list }, panels }, [datasource(prometheus)]);
    expect(report.queries).toHaveLength(1);
    expect(report.leftOut).toMatchObject([{ reason: 'it is repeated 3 times, and only the first one is asked' }]);
  });

  test('the same once, however many panels ask it', async () => {
    const panels = [1, 2].map((id) => panel('up', { id }, { instant: true, range: false }));
    const report = await audit({ panels }, [datasource(await prometheusWith([instant('up')]))]);
    expect(report.queries.map(({ status }) => status)).toEqual(['data', 'data']);
  });
});

describe('the server that is asked', () => {
  const ask = async (uid: unknown, more: Partial<QueryDatasource>, list: readonly object[] = []) => {
    const isAsked = Object.keys(more).length > 0;
    const prometheus = await prometheusWith(isAsked ? [instant('up')] : []);
    const other = datasource(await prometheusWith([]), { names: ['other'] });
    const panels = [panel('up', { datasource: uid }, { instant: true, range: false })];
    return (await audit({ panels, templating: { list } }, [other, datasource(prometheus, more)])).queries[0];
  };

  test.each([
    ['by its uid', { uid: 'p' }, { names: ['p'] }],
    ['by its name, as before Grafana 8', 'Prom', { names: ['p', 'Prom'] }],
    ['as the default', null, { isDefault: true }],
    ['as the default, in a word', { uid: 'default' }, { isDefault: true }],
    ['for all that nobody knows', { uid: 'who' }, { isOnly: true }],
  ])('%s', async (_what, use, more) => {
    expect(await ask(use, more)).toMatchObject({ status: 'data' });
  });

  test('by a drop-down', async () => {
    const list = [{ name: 'ds', type: 'datasource', query: 'prometheus', current: { value: 'p' } }];
    expect(await ask({ uid: '${ds}' }, { names: ['p'] }, list)).toMatchObject({ status: 'data' });
  });

  test('by the first that a drop-down offers', async () => {
    const list = [{ name: 'ds', type: 'datasource', query: 'prometheus', regex: '/^prom/', current: {} }];
    expect(await ask('$ds', { names: ['prom_1'] }, list)).toMatchObject({ status: 'data' });
  });

  test.each([
    [{ uid: 'who' }, 'no server is given for the datasource "who"'],
    [null, 'no datasource is named, and none of the servers is the default'],
    [{ uid: '$nobody' }, 'the variable in the datasource "$nobody" has no value'],
  ])('is none for %j', async (use, message) => {
    expect(await ask(use, {})).toMatchObject({ status: 'not asked', message });
  });
});

describe('a server that goes', () => {
  test('is not asked again, and nothing about it is a finding', async () => {
    const prometheus = await prometheusWith([{ ...instant('up'), status: 403, json: { message: 'no' } }]);
    const panels = [
      {
        ...panel('up', {}, { instant: true, range: false }),
        targets: [1, 2].map((n) => ({ refId: `${n}`, expr: 'up', instant: true, range: false })),
      },
    ];
    const { queries } = await audit({ panels }, [datasource(prometheus)]);
    expect(queries).toMatchObject([
      { status: 'not asked', failure: { next: expect.any(String) } },
      { status: 'not asked' },
    ]);
    expect(coverage(totalsOf(queries))).toBeUndefined();
  });
});
