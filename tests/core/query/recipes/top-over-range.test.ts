import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  at,
  avgOverTime,
  increase,
  max,
  maxOverTime,
  print,
  quantileOf,
  range,
  subquery,
  sum,
  topk,
  topOverRange,
  type AnyVector,
} from 'dashpack';
import { startPrometheus, type PrometheusServer } from '../../../servers/prometheus.js';
import { describeOnEach } from '../../../servers/versions.js';
import { inFlight, latency, requests } from '../../promql/agreement/catalog.js';

const start = 1_700_000_000;
const interval = 15;
const steps = 120;
const shown = { from: start + 20 * interval, to: start + (steps - 1) * interval, step: 30 };

/** When a route is asked, in steps, and how often in each: every quarter of the time has its own busiest routes. */
const busy: Readonly<Record<string, readonly (readonly [from: number, to: number, pace: number])[]>> = {
  '/early': [[20, 40, 9]],
  '/middle': [[50, 70, 8]],
  '/late': [[95, 119, 5]],
  '/always': [[0, 119, 1]],
};

interface Line {
  readonly route: string;
  readonly points: readonly (readonly [number, string])[];
}

describeOnEach((servers) => {
  let server: PrometheusServer;
  beforeAll(async () => {
    server = await startPrometheus(samples(), { servers });
  });
  afterAll(() => server?.stop());

  const perRoute = sum(increase(requests(), '1m'), { by: ['route'] });

  test('as many series as it says, the highest of the range that is shown, and each whole', async () => {
    const all = await ask(perRoute);
    expect(routesOf(await ask(topk(2, perRoute)))).toEqual(['/always', '/early', '/late', '/middle']);
    const top = await ask(topOverRange(2, perRoute));
    expect(routesOf(top)).toEqual(['/early', '/middle']);
    expect(top).toEqual(all.filter(({ route }) => ['/early', '/middle'].includes(route)));
  });

  test('another range has other members', async () => {
    const from = start + 80 * interval;
    expect(routesOf(await ask(topOverRange(1, perRoute), { ...shown, from }))).toEqual(['/late']);
  });

  test('a quantile ranks by the quantile of the range', async () => {
    const quantile = quantileOf(0.5, latency.bucket(), { window: '1m', by: ['route'] });
    const top = await ask(topOverRange(1, quantile));
    expect(routesOf(top)).toEqual(['/late']);
    expect(routesOf(await ask(topk(1, quantile)))).not.toEqual(['/late']);
  });

  test.each<readonly [AnyVector, string]>([
    [
      topOverRange(2, perRoute),
      'sum by (route) (increase(requests_total[1m])) and topk(2, sum by (route) (increase(requests_total[$__range] @ end())))',
    ],
    [
      topOverRange(1, max(avgOverTime(inFlight(), '5m'), { by: ['route'] })),
      'max by (route) (avg_over_time(in_flight[5m])) and topk(1, max by (route) (avg_over_time(in_flight[$__range] @ end())))',
    ],
    [
      topOverRange(1, maxOverTime(subquery(sum(increase(requests()), { by: ['route'] }), '1h', '1m'))),
      'max_over_time(sum by (route) (increase(requests_total[$__rate_interval]))[1h:1m]) and topk(1, max_over_time(sum by (route) (increase(requests_total[$__rate_interval]))[$__range:1m] @ end()))',
    ],
  ])('%# is written as it is meant', ({ node }, expr) => {
    expect(print(node)).toBe(expr);
  });

  test('what has no window cannot be ranked over one, and what has its own time is not moved', () => {
    expect(() => topOverRange(2, max(inFlight(), { by: ['route'] }))).toThrow(
      'topOverRange() ranks over the range that is shown, and in_flight stands in no window: take avgOverTime() or maxOverTime() of it',
    );
    expect(() => topOverRange(2, increase(at(range(requests(), '5m'), 'end')))).toThrow('leave at() out');
  });

  /** The answer over a time range, as Grafana asks it: `$__range` is the length of what is shown. */
  async function ask({ node }: AnyVector, { from, to, step } = shown): Promise<readonly Line[]> {
    const query = print(node).replaceAll('$__range', `${to - from}s`);
    const body = new URLSearchParams({ query, start: String(from), end: String(to), step: String(step) });
    const response = await fetch(`${server.url}/api/v1/query_range`, { method: 'POST', body });
    const { data, error } = (await response.json()) as {
      readonly error?: string;
      readonly data?: { readonly result: readonly { metric: Record<string, string>; values: [number, string][] }[] };
    };
    if (data === undefined) throw new Error(`${query}: ${error}`);
    return data.result
      .map(({ metric, values }) => ({ route: metric['route'] ?? '', points: values }))
      .toSorted((a, b) => (a.route < b.route ? -1 : 1));
  }
});

function routesOf(lines: readonly Line[]): readonly string[] {
  return lines.map(({ route }) => route);
}

function samples(): string {
  return [
    ...Object.keys(busy).flatMap((route) =>
      linesOf('requests_total', `route="${route}",method="GET"`, (step) => asked(route, step)),
    ),
    ...latencies(),
    '# EOF',
    '',
  ].join('\n');
}

/** Of ten requests in a step, `/late` is slow in four, always; the other two are slow in all ten, for a while. */
function latencies(): readonly string[] {
  const slow: Readonly<Record<string, (step: number) => number>> = {
    '/early': (step) => 10 * between(20, 35, step),
    '/late': (step) => 4 * step,
    '/middle': (step) => 10 * between(50, 65, step),
  };
  return Object.entries(slow).flatMap(([route, slowUntil]) =>
    ['0.1', '0.5', '+Inf'].flatMap((le) =>
      linesOf(
        'latency_seconds_bucket',
        `route="${route}",le="${le}"`,
        (step) => step * 10 - (le === '0.1' ? slowUntil(step) : 0),
      ),
    ),
  );
}

/** How many steps of a stretch are over. */
function between(from: number, to: number, step: number): number {
  return Math.max(0, Math.min(step, to) - from);
}

function asked(route: string, step: number): number {
  return (busy[route] ?? []).reduce((total, [from, to, pace]) => total + pace * between(from, to, step), 0);
}

function linesOf(name: string, labels: string, value: (step: number) => number): readonly string[] {
  return Array.from({ length: steps }, (_, step) => `${name}{${labels}} ${value(step)} ${start + step * interval}`);
}
