import { expect, test } from 'vitest';
import { anyValue, counter, type AnyVector, type Metric } from 'dashpack';
import { errorRatio, latency, LOCAL, queueDepth, requests, SHADOW, up, web } from './small-pack.js';

/** A family without the line that declared it. */
function familyOf({ family }: Metric): unknown {
  const { position, ...rest } = family;
  expect(position?.file).toContain('small-pack.ts');
  return rest;
}

/** The series, the role and the family that a selector asks. */
function asked({ node }: AnyVector): unknown {
  if (node.kind !== 'selector') throw new Error('this is not a selector');
  return [node.metric, node.role, node.family?.name];
}

const open = (...examples: readonly string[]): unknown => ({ kind: 'open', examples });

test('families as data', () => {
  expect([requests, queueDepth, latency, errorRatio, up].map(familyOf)).toEqual([
    {
      name: 'requests_total',
      type: 'counter',
      help: 'Requests.',
      unit: 'requests',
      labels: { method: { kind: 'finite', values: ['GET', 'POST'] }, route: open('/') },
      owners: ['LOCAL'],
      producers: [web],
      origin: 'exported',
    },
    {
      name: 'queue_depth',
      type: 'gauge',
      help: 'Jobs that wait.',
      labels: { queue: open('mail') },
      owners: ['SHADOW', 'LOCAL'],
      producers: [web],
      origin: 'exported',
    },
    {
      name: 'latency_seconds',
      type: 'histogram',
      help: 'Time to answer.',
      unit: 'seconds',
      labels: { route: open() },
      buckets: [0.5, 2],
      owners: ['LOCAL'],
      producers: [web],
      origin: 'exported',
    },
    {
      name: 'route:errors:ratio',
      type: 'gauge',
      help: 'Share of errors.',
      unit: 'ratio',
      labels: { route: open() },
      owners: ['LOCAL'],
      origin: 'recorded',
    },
    {
      name: 'up',
      type: 'gauge',
      help: '1 while the scrape succeeds.',
      unit: 'bool',
      labels: {},
      owners: [],
      origin: 'universal',
    },
  ]);
});

test('which series, of which role, a call asks', () => {
  expect(
    [
      requests(),
      requests.on(LOCAL)(),
      queueDepth(),
      queueDepth.on(LOCAL)(),
      latency.bucket(),
      latency.sum(),
      latency.on(LOCAL).count(),
      up.on(SHADOW)(),
    ].map(asked),
  ).toEqual([
    ['requests_total', undefined, 'requests_total'],
    ['requests_total', 'LOCAL', 'requests_total'],
    ['queue_depth', undefined, 'queue_depth'],
    ['queue_depth', 'LOCAL', 'queue_depth'],
    ['latency_seconds_bucket', undefined, 'latency_seconds'],
    ['latency_seconds_sum', undefined, 'latency_seconds'],
    ['latency_seconds_count', 'LOCAL', 'latency_seconds'],
    ['up', 'SHADOW', 'up'],
  ]);
});

test('what cannot be called says what to do instead', () => {
  expect(() => latency()).toThrow('"latency_seconds" is a histogram: use its .bucket(…), .sum(…) or .count(…)');
  expect(() => up()).toThrow('"up" exists on every Prometheus: name the role that is asked, as in up.on(LOCAL)()');
});

test('a family knows the line that declared it', () => {
  const here = counter('here_total', { owner: LOCAL, producer: web, help: '.', labels: { a: anyValue() } });
  const { position } = here.family;
  expect([position?.file.endsWith('metric.test.ts'), (position?.line ?? 0) > 90]).toEqual([true, true]);
});
