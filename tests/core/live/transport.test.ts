import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { classifyError } from '../../../src/core/live/classify-error.js';
import { createTransport, type TransportOptions } from '../../../src/core/live/transport.js';
import { freePort } from '../../servers/prometheus.js';
import { catchFailure } from './catch-failure.js';
import { startRecordedServer } from './recorded-server.js';
import { testClock } from './test-clock.js';

const token = 'tok-en/with+signs';

function transportTo(baseUrl: string, options: Partial<TransportOptions> = {}) {
  const waited: number[] = [];
  const clock = { now: () => 1_700_000_000_000, wait: async (milliseconds: number) => void waited.push(milliseconds) };
  return { waited, ...createTransport({ baseUrl, clock, ...options }) };
}

describe('what is sent', () => {
  test.each([
    ['a bearer token', { authentication: { kind: 'bearer', token } }, { authorization: `Bearer ${token}` }],
    [
      'user and password',
      { authentication: { kind: 'basic', user: 'me', password: 'pä' } },
      { authorization: `Basic ${Buffer.from('me:pä').toString('base64')}` },
    ],
    ['a header', { headers: { 'X-Api-Key': token } }, { 'x-api-key': token, authorization: undefined }],
    ['a tenant', { orgId: 'team-a|team-b' }, { 'x-scope-orgid': 'team-a|team-b' }],
  ] as const)('%s', async (_what, credentials, headers) => {
    const server = await startRecordedServer([{ path: '/base/x', headers, json: {} }]);
    const answer = await transportTo(`${server.url}/base/`, { credentials }).request({ path: '/x' });
    expect(answer.url).toBe(`${server.url}/base/x`);
  });

  test('parameters in the address, or as a form', async () => {
    const parameters = { query: 'up{a="ä&b"}', 'match[]': ['a', 'b'], none: undefined };
    const expected = { query: 'up{a="ä&b"}', 'match[]': ['a', 'b'] };
    const server = await startRecordedServer([
      { path: '/x', parameters: expected, json: {} },
      { path: '/x', method: 'POST', parameters: expected, json: {} },
    ]);
    const transport = transportTo(server.url);
    await transport.request({ path: '/x', parameters });
    await transport.request({ path: '/x', parameters, form: true });
    expect(server.came).toEqual(['GET /x', 'POST /x']);
  });
});

describe('what is asked again', () => {
  test.each([429, 502, 503, 504])('status %i, later each time, three times in all', async (status) => {
    const server = await startRecordedServer([{ path: '/x', status, times: 3, json: { message: 'busy' } }]);
    const transport = transportTo(server.url);
    const failure = await catchFailure(transport.request({ path: '/x' }));
    expect(failure).toMatchObject({
      kind: 'status',
      status,
      message: expect.stringContaining(`status ${status}: busy`),
    });
    expect(transport.waited).toEqual([250, 500]);
  });

  test('a broken connection, and then there is an answer', async () => {
    const server = await startRecordedServer([
      { path: '/x', breaks: true },
      { path: '/x', text: 'fine' },
    ]);
    expect(await transportTo(server.url).request({ path: '/x' })).toMatchObject({ text: 'fine', status: 200 });
    expect(server.came).toHaveLength(2);
  });

  test.each([
    ['seconds', '7', [7000]],
    ['a date', 'Tue, 14 Nov 2023 22:13:29 GMT', [9000]],
    ['a date that is over', 'Tue, 14 Nov 2023 22:00:00 GMT', [0]],
    ['nonsense', 'soon', [250]],
  ])('Retry-After in %s', async (_what, after, waited) => {
    const server = await startRecordedServer([
      { path: '/x', status: 503, answerHeaders: { 'retry-after': after } },
      { path: '/x', json: {} },
    ]);
    const transport = transportTo(server.url);
    await transport.request({ path: '/x' });
    expect(transport.waited).toEqual(waited);
  });

  test.each([
    ['what would have to wait for an hour', 503, { 'retry-after': '3600' }],
    ['what is wrong', 400, {}],
    ['what is forbidden', 403, {}],
    ['what broke the server', 500, {}],
  ])('not %s', async (_what, status, answerHeaders) => {
    const server = await startRecordedServer([{ path: '/x', status, answerHeaders, json: {} }]);
    const transport = transportTo(server.url);
    expect(await catchFailure(transport.request({ path: '/x' }))).toMatchObject({ kind: 'status', status });
    expect(transport.waited).toEqual([]);
  });
});

describe('failures', () => {
  test('nobody listens', async () => {
    const transport = transportTo(`http://127.0.0.1:${await freePort()}`);
    const failure = await catchFailure(transport.request({ path: '/x' }));
    expect(failure).toMatchObject({ kind: 'refused', exitCode: 3, next: 'start the server, or correct the address' });
    expect(failure.message).toMatch(/nobody listens there \(ECONNREFUSED\)$/);
    expect(failure.cause).toBeInstanceOf(Error);
    expect(transport.waited).toEqual([250, 500]);
  });

  test('no such host', async () => {
    const failure = await catchFailure(transportTo('http://no-such-host.invalid').request({ path: '/x' }));
    expect(failure.kind).toBe('unreachable');
  });

  test('no answer in time is not asked again', async () => {
    const server = await startRecordedServer([{ path: '/x', after: 500 }]);
    const transport = transportTo(server.url, { timeout: 60 });
    expect(await catchFailure(transport.request({ path: '/x' }))).toMatchObject({ kind: 'timeout' });
    expect(transport.waited).toEqual([]);
  });

  test('a server without TLS', async () => {
    const { url } = await startRecordedServer([]);
    const failure = await catchFailure(transportTo(url.replace('http:', 'https:')).request({ path: '/x' }));
    expect(failure).toMatchObject({ kind: 'tls', next: expect.stringContaining('NODE_EXTRA_CA_CERTS') });
  });

  test.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
    ['CERT_HAS_EXPIRED', 'tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
    ['ECONNRESET', 'unreachable'],
  ])('%s is %s', (code, kind) => {
    const cause = Object.assign(new Error('why'), { code });
    expect(classifyError(new TypeError('fetch failed', { cause }), 'https://x', String)).toMatchObject({ kind });
  });

  test('more than is read', async () => {
    const server = await startRecordedServer([{ path: '/x', text: 'x'.repeat(200_000) }]);
    const failure = await catchFailure(transportTo(server.url, { mostBytes: 100_000 }).request({ path: '/x' }));
    expect(failure.kind).toBe('too large');
  });

  test('no more questions are open than allowed', async () => {
    const server = await startRecordedServer([{ path: '/x', after: 40, times: 6, json: {} }]);
    const transport = transportTo(server.url, { concurrency: 2 });
    await Promise.all(Array.from({ length: 6 }, () => transport.request({ path: '/x' })));
    expect(server.mostOpen()).toBe(2);
  });

  test.each(['ftp://x', 'nothing', 'http://me:secret-word@host'])('%s is not an address', (url) => {
    const create = (): unknown => createTransport({ baseUrl: url, clock: testClock });
    expect(create).toThrow(/is not the address of a server/);
    expect(create).not.toThrow(/secret-word/);
  });
});

describe('secrets', () => {
  const credentials = {
    authentication: { kind: 'bearer', token },
    headers: { 'X-Key': 'k3y' },
    orgId: 'team',
  } as const;
  const none = { authorization: undefined, 'x-key': undefined, 'x-scope-orgid': undefined };

  test('go along with a redirect to the same server', async () => {
    const server = await startRecordedServer([
      { path: '/x', status: 302, answerHeaders: { location: '/y?q=1' } },
      { path: '/y', parameters: { q: '1' }, headers: { authorization: `Bearer ${token}` }, json: {} },
    ]);
    await transportTo(server.url, { credentials }).request({ path: '/x' });
    expect(server.came).toEqual(['GET /x', 'GET /y']);
  });

  test.each([301, 307, 308])('do not go along to another server with status %i, and the form does', async (status) => {
    const other = await startRecordedServer([
      { path: '/y', method: 'POST', parameters: { query: 'up' }, headers: none, status: 401, json: {} },
    ]);
    const server = await startRecordedServer([
      {
        path: '/x',
        method: 'POST',
        parameters: { query: 'up' },
        status,
        answerHeaders: { location: `${other.url}/y` },
      },
    ]);
    const asked = transportTo(server.url, { credentials }).request({
      path: '/x',
      parameters: { query: 'up' },
      form: true,
    });
    expect(await catchFailure(asked)).toMatchObject({ status: 401, next: expect.stringContaining('another server') });
  });

  test('do not come back from another server', async () => {
    const back = await startRecordedServer([{ path: '/z', headers: none, json: {} }]);
    const other = await startRecordedServer([
      { path: '/y', headers: none, status: 302, answerHeaders: { location: `${back.url}/z` } },
    ]);
    const server = await startRecordedServer([
      { path: '/x', status: 302, answerHeaders: { location: `${other.url}/y` } },
    ]);
    await transportTo(server.url, { credentials }).request({ path: '/x' });
    expect([other.came, back.came]).toEqual([['GET /y'], ['GET /z']]);
  });

  test('redirects end', async () => {
    const server = await startRecordedServer([
      { path: '/x', status: 302, answerHeaders: { location: '/x' }, times: 6 },
    ]);
    expect(await catchFailure(transportTo(server.url).request({ path: '/x' }))).toMatchObject({ kind: 'redirect' });
  });

  test.each([token, encodeURIComponent(token), Buffer.from(token).toString('base64'), 'k3y', 'http://u:pw@host/'])(
    'are in no error: %s',
    async (said) => {
      const server = await startRecordedServer([{ path: '/x', status: 500, json: { error: `<<${said}>>` } }]);
      const failure = await catchFailure(transportTo(server.url, { credentials }).request({ path: '/x' }));
      const everything = inspect(failure, { depth: 9 });
      expect(failure.message).toContain('***');
      expect(everything).not.toContain(said);
      expect(everything).not.toContain('pw');
    },
  );
});
