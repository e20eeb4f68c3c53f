import { expect, test } from 'vitest';
import { evidenceFiles } from '../../../../src/core/inspect/evidence/evidence-files.js';
import { recording, type Exchange } from '../../../../src/core/inspect/ask/exchange.js';
import { scrub } from '../../../../src/core/inspect/ask/scrub.js';
import { createTransport } from '../../../../src/core/live/transport.js';
import { startRecordedServer } from '../../live/recorded-server.js';
import { testClock } from '../../live/test-clock.js';

test.each([
  ['{"password":"hunter2","user":"me"}', '{"password":"***","user":"me"}'],
  [String.raw`{"basicAuthPassword": "a\"b", "n": 1}`, '{"basicAuthPassword": "***", "n": 1}'],
  ['{"token":""}', '{"token":""}'],
  ['http://x/y?token=abc&a=1', 'http://x/y?token=***&a=1'],
])('%s is kept as %s', (text, scrubbed) => {
  expect(scrub(text)).toBe(scrubbed);
});

test('what is asked is noted without secrets, an error too', async () => {
  const { url } = await startRecordedServer([
    { path: '/a', parameters: { query: 'up' }, json: { said: 'token is s3cr3t-token', password: 'x' } },
    { path: '/b', status: 500, text: 'no s3cr3t-token here' },
  ]);
  const credentials = { authentication: { kind: 'bearer', token: 's3cr3t-token' } } as const;
  const noted: Exchange[] = [];
  const transport = recording(createTransport({ baseUrl: url, clock: testClock, credentials }), (each) =>
    noted.push(each),
  );
  await transport.request({ path: '/a', parameters: { query: 'up' } });
  await expect(transport.request({ path: '/b' })).rejects.toThrow('500');
  expect(noted).toMatchObject([
    { method: 'GET', url: `${url}/a?query=up`, status: 200, answer: '{"said":"token is ***","password":"***"}' },
    { method: 'GET', url: `${url}/b`, status: 500 },
  ]);
  expect(JSON.stringify(noted)).not.toContain('s3cr3t');
});

test('a file for each check, a summary, the required series, and the list of them', () => {
  const exchange = {
    method: 'POST',
    url: 'http://p/api/v1/query',
    form: 'query=up',
    status: 200,
    answer: '{}',
    milliseconds: 3,
  } as const;
  const results = [
    { check: 'a.b', subject: 'x/y', verdict: 'pass', message: 'fine', exchanges: [exchange] },
    { check: 'a.c', subject: 'z', verdict: 'fail', message: 'bad', details: ['why'], next: 'do it' },
    { check: 'a.d', subject: 'z', verdict: 'skip', message: 'left', next: 'later' },
  ] as const;
  const series = [
    { promql: 'sum(\n up)', server: 'p', for: 'web', verdict: 'pass', resultCount: 2, values: ['1', '0.5'] },
  ] as const;
  const facts = {
    command: 'dashpack verify',
    version: '1.0.0',
    began: '2026-01-01T00:00:00.000Z',
    about: ['packs: team'],
  };
  const files = Object.fromEntries(evidenceFiles(results, series, facts).map(({ name, text }) => [name, text]));
  expect(Object.keys(files).sort()).toEqual([
    '1-a.b-x_y.PASS.txt',
    '2-a.c-z.FAIL.txt',
    '3-a.d-z.SKIP.txt',
    'EVIDENCE.json',
    'PROM_REQUIRED_SERIES.tsv',
    'SUMMARY.txt',
  ]);
  expect(files['1-a.b-x_y.PASS.txt']).toBe(
    'PASS a.b x/y: fine\n\n> POST http://p/api/v1/query\nquery=up\n< status 200 after 3 ms\n{}\n',
  );
  expect(files['2-a.c-z.FAIL.txt']).toBe('FAIL a.c z: bad\n  why\n  next: do it\n\nNothing was asked of a server.\n');
  expect(files['SUMMARY.txt']).toContain('1 passed, 1 failed, 1 not checked\n');
  expect(files['PROM_REQUIRED_SERIES.tsv']).toBe(
    'promql\tresult_count\tvalues\tdatasource\tfor\tverdict\nsum( up)\t2\t1,0.5\tp\tweb\tPASS\n',
  );
  expect(JSON.parse(files['EVIDENCE.json'] ?? '')).toMatchObject({ files: Object.keys(files).sort() });
});
