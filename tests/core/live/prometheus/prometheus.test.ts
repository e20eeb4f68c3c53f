import { describe, expect, test } from 'vitest';
import { prometheusAt, type Prometheus } from '../../../../src/core/live/prometheus/prometheus.js';
import { createTransport } from '../../../../src/core/live/transport.js';
import { catchFailure } from '../catch-failure.js';
import { startRecordedServer, type Exchange } from '../recorded-server.js';
import { testClock } from '../test-clock.js';

const success = (data: unknown): unknown => ({ status: 'success', data });
const period = { start: 100, end: 200 };

async function prometheusWith(...exchanges: readonly Exchange[]): Promise<Prometheus> {
  const { url } = await startRecordedServer(exchanges);
  return prometheusAt(createTransport({ baseUrl: url, clock: testClock }));
}

describe('a query', () => {
  const asked = { path: '/api/v1/query', method: 'POST', parameters: { query: 'up', time: '5', stats: 'all' } };

  test('returns series and what it cost', async () => {
    const result = [{ metric: { __name__: 'up', job: 'web' }, value: [5, '1'] }];
    const stats = { timings: { evalTotalTime: 0.1 }, samples: { totalQueryableSamples: 3, peakSamples: 2 } };
    const prometheus = await prometheusWith({ ...asked, json: success({ resultType: 'vector', result, stats }) });
    expect(await prometheus.query('up', 5)).toMatchObject({
      data: { result: { resultType: 'vector', result }, samples: 3 },
      milliseconds: expect.any(Number),
    });
  });

  test('returns a native histogram', async () => {
    const histogram = [5, { count: '3', sum: '2', buckets: [[0, '1', '2', '3']] }];
    const result = [{ metric: {}, histogram }];
    const prometheus = await prometheusWith({ ...asked, json: success({ resultType: 'vector', result }) });
    expect(await prometheus.query('up', 5)).toMatchObject({ data: { result: { result } } });
  });

  test.each([
    [400, 'bad_data', 'invalid parameter "query": parse error'],
    [422, 'execution', 'found duplicate series for the match group'],
  ])('that is refused with status %i is an answer', async (status, errorType, error) => {
    const prometheus = await prometheusWith({ ...asked, status, json: { status: 'error', errorType, error } });
    expect(await prometheus.query('up', 5)).toMatchObject({ error: { errorType, message: error } });
  });

  test.each([
    ['not JSON', { text: '<html>Sign in</html>' }, 'not JSON'],
    ['another shape', { json: success({ resultType: 'vector', result: [{ value: 1 }] }) }, 'shape'],
    ['another API', { json: { hello: 1 } }, 'shape'],
    ['no Prometheus', { status: 404, text: 'page not found' }, 'status'],
  ] as const)('that is answered with %s is a failure', async (_what, answer, kind) => {
    const prometheus = await prometheusWith({ ...asked, ...answer });
    expect(await catchFailure(prometheus.query('up', 5))).toMatchObject({ kind, exitCode: 3 });
  });
});

describe('the other endpoints', () => {
  test('query over a range', async () => {
    const parameters = { query: 'up', start: '100', end: '200', step: '15', stats: 'all' };
    const data = {
      resultType: 'matrix',
      result: [
        {
          metric: {},
          values: [
            [100, '1'],
            [115, 'NaN'],
          ],
        },
      ],
    };
    const prometheus = await prometheusWith({
      path: '/api/v1/query_range',
      method: 'POST',
      parameters,
      json: success(data),
    });
    expect(await prometheus.queryRange('up', { ...period, step: 15 })).toMatchObject({ data: { result: data } });
  });

  test('series', async () => {
    const parameters = { 'match[]': ['up', 'down'], start: '100', end: '200' };
    const prometheus = await prometheusWith({
      path: '/api/v1/series',
      method: 'POST',
      parameters,
      json: success([{ __name__: 'up' }]),
    });
    expect(await prometheus.series(['up', 'down'], period)).toEqual([{ __name__: 'up' }]);
  });

  test('values and names of labels', async () => {
    const times = { start: '100', end: '200' };
    const prometheus = await prometheusWith(
      { path: '/api/v1/label/job/values', parameters: { ...times, 'match[]': 'up' }, json: success(['a', 'b']) },
      { path: '/api/v1/label/job/values', parameters: times, json: success(null) },
      { path: '/api/v1/labels', method: 'POST', parameters: times, json: success(['job']) },
    );
    expect(await prometheus.labelValues('job', period, 'up')).toEqual(['a', 'b']);
    expect(await prometheus.labelValues('job', period)).toEqual([]);
    expect(await prometheus.labels(period)).toEqual(['job']);
  });

  test('targets', async () => {
    const target = {
      discoveredLabels: { __address__: '127.0.0.1:9109' },
      labels: { instance: '127.0.0.1:9109', job: 'shadow_mvs' },
      scrapePool: 'shadow_mvs',
      scrapeUrl: 'http://me:pw@127.0.0.1:9109/metrics',
      lastError: 'connect: connection refused',
      lastScrape: '2024-01-01T00:00:00Z',
      health: 'down',
    };
    const prometheus = await prometheusWith({
      path: '/api/v1/targets',
      parameters: { state: 'active' },
      json: success({ activeTargets: [target], droppedTargets: [] }),
    });
    expect(await prometheus.targets()).toEqual([
      {
        job: 'shadow_mvs',
        instance: '127.0.0.1:9109',
        scrapeUrl: 'http://***@127.0.0.1:9109/metrics',
        health: 'down',
        lastError: 'connect: connection refused',
      },
    ]);
  });

  test('rules', async () => {
    const rules = [
      { type: 'alerting', name: 'Down', query: 'up == 0', duration: 60, labels: {}, alerts: [], health: 'ok' },
      { type: 'recording', name: 'job:up:sum', query: 'sum(up)', health: 'err', lastError: 'why' },
    ];
    const groups = [{ name: 'g', file: '/r.yml', interval: 15, rules }];
    const prometheus = await prometheusWith({ path: '/api/v1/rules', json: success({ groups }) });
    expect(await prometheus.rules()).toEqual([
      { kind: 'alert', name: 'Down', group: 'g', file: '/r.yml', expr: 'up == 0', health: 'ok', lastError: '' },
      {
        kind: 'record',
        name: 'job:up:sum',
        group: 'g',
        file: '/r.yml',
        expr: 'sum(up)',
        health: 'err',
        lastError: 'why',
      },
    ]);
  });

  test('metadata, build and readiness', async () => {
    const metadata = { up: [{ type: 'gauge', help: 'Up.', unit: '' }] };
    const prometheus = await prometheusWith(
      { path: '/api/v1/metadata', parameters: { metric: 'up' }, json: success(metadata) },
      { path: '/api/v1/status/buildinfo', json: success({ version: '2.42.0', revision: 'abc', branch: 'x' }) },
      { path: '/api/v1/status/buildinfo', json: success({}) },
      { path: '/-/ready', text: 'Prometheus Server is Ready.' },
      { path: '/-/ready', status: 503, text: 'Service Unavailable' },
    );
    expect(await prometheus.metadata('up')).toEqual(metadata);
    expect(await prometheus.buildinfo()).toEqual({ version: '2.42.0', revision: 'abc' });
    expect(await prometheus.buildinfo()).toEqual({ version: '', revision: '' });
    expect([await prometheus.isReady(), await prometheus.isReady()]).toEqual([true, false]);
  });
});
