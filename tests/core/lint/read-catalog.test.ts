import { expect, test } from 'vitest';
import { readCatalog } from '../../../src/core/lint/catalog/read-catalog.js';

const page = `# HELP http_requests_total Requests served.
# TYPE http_requests_total counter
http_requests_total{route="/a,}\\"b\\"",status="200"} 1 1700000000000
http_requests_total{route="/c"} 2
# TYPE duration_seconds histogram
duration_seconds_bucket{le="0.1"} 0
duration_seconds_bucket{le="+Inf"} 1
duration_seconds_sum 1
duration_seconds_count 1
# TYPE gc_seconds summary
gc_seconds{quantile="0.5"} 1
# TYPE jobs counter
jobs_total{queue="q"} 1
vmstat_faults 7
garbage {{{
`;

const shape = (text: string): readonly string[] =>
  readCatalog(text, 'f').map(({ name, type, labels, buckets, untyped }) =>
    [name, type, Object.keys(labels).join(','), buckets?.join(',') ?? '', untyped === true ? 'untyped' : '']
      .join(' ')
      .trimEnd(),
  );

test('reads a page of metrics', () => {
  expect(shape(page)).toEqual([
    'http_requests_total counter route,status',
    'duration_seconds histogram  0.1',
    'gc_seconds gauge quantile',
    'gc_seconds_sum counter',
    'gc_seconds_count counter',
    'jobs counter queue',
    'jobs_total counter queue',
    'vmstat_faults gauge   untyped',
  ]);
});

test.each([
  [
    'an answer',
    '{"status":"success","data":{"up":[{"type":"gauge","help":"h","unit":""}],"x":[{"type":"unknown"}],"bad":[1]}}',
  ],
  ['its data', '{"up":[{"type":"gauge"}],"x":[{"type":"unknown"}]}'],
])('reads %s of /api/v1/metadata', (_name, text) => {
  expect(shape(text)).toEqual(['up gauge', 'x gauge   untyped']);
});

test.each(['', 'not a page', '{', '{"status":"error"}'])('refuses %j', (text) => {
  expect(() => readCatalog(text, 'f')).toThrow(/^f (?:names no metric|looks like JSON, but is none)$/);
});
