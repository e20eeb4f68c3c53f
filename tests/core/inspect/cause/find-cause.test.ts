import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prometheusAt } from '../../../../src/core/live/prometheus/prometheus.js';
import { createTransport } from '../../../../src/core/live/transport.js';
import { parse } from '../../../../src/core/promql/read/parse.js';
import { QueryServer } from '../../../../src/core/inspect/ask/server.js';
import type { Cause } from '../../../../src/core/inspect/cause/cause.js';
import { findCause } from '../../../../src/core/inspect/cause/find-cause.js';
import { maskedCause } from '../../../../src/core/inspect/cause/masked-cause.js';
import { testClock } from '../../live/test-clock.js';
import { startPrometheus } from '../../../servers/prometheus.js';
import { startVictoriaMetrics } from '../../../servers/victoria-metrics.js';
import { hasNext, installed, next } from '../../../servers/versions.js';
import { openMetrics } from './samples.js';

const now = Math.floor(Date.now() / 1000);

const here = openMetrics(now, [
  { series: 'up{job="web",instance="a"}' },
  { series: 'up{job="down",instance="b"}', value: () => 0 },
  { series: 'up{job="gone",instance="c"}', from: 7200, to: 3600 },
  { series: 'web_requests_total{job="web",instance="a",code="200",method="get"}', value: (index) => index },
  { series: 'web_requests_total{job="web",instance="a",code="500",method="post"}', value: () => 7 },
  { series: 'web_idle_total{job="web",instance="a"}', value: () => 0 },
  { series: 'web_broken_total{job="down",instance="b"}', from: 7200, to: 1200, value: (index) => index },
  { series: 'web_seconds_bucket{job="web",instance="a",le="0.5"}', value: () => 3 },
  { series: 'web_seconds_bucket{job="web",instance="a",le="+Inf"}', value: () => 3 },
  { series: 'web_left{job="gone",instance="c"}', from: 7200, to: 3600 },
  { series: 'web_paused{job="web",instance="a"}', from: 7200, to: 1800 },
  { series: 'web_rare{job="web",instance="a"}', from: 3600, to: 3590 },
]);
const elsewhere = openMetrics(now, [
  { series: 'up{job="shadow",instance="s"}' },
  { series: 'shadow_events_total{job="shadow",instance="s"}', value: (index) => index },
]);

/** The result of each query: the kind of the cause, and a piece of its sentence. */
const cases: readonly (readonly [expr: string, kind: Cause['kind'], piece: string])[] = [
  ['web_broken_total', 'target-down', 'the target of the job "down" is down: up is 0 on here'],
  ['rate(web_broken_total{job="down"}[5m])', 'target-down', 'up is 0'],
  ['web_left', 'not-scraped', 'here does not scrape the job "gone" any more'],
  ['web_requests_totl', 'never-seen', 'the nearest name there is web_requests_total'],
  ['sum(rate(shadow_events_total[5m]))', 'wrong-scope', 'was never seen on here, but there has it'],
  ['up{job="shadow"}', 'wrong-scope', 'was never seen on here, but there has it'],
  ['job:web:rate5m', 'never-seen', 'no rule that records it is loaded there'],
  ['web_requests_total{code="201"}', 'label-value', 'has no series with code="201" on here: the nearest is "200"'],
  ['web_requests_total{job="weeb"}', 'label-value', 'the nearest is "web"'],
  ['web_requests_total{zone="eu"}', 'label-value', 'has no label zone'],
  ['web_requests_total{code="200",method="post"}', 'no-such-series', 'code="200", method="post" together'],
  ['web_paused', 'no-samples', 'last seen 30 min before the end of the window'],
  ['rate(web_rare[2h])', 'too-few-samples', 'too few within any [2h]'],
  [
    'sum(rate(web_requests_total[5m])) / (sum(rate(web_idle_total[5m])) > 0)',
    'divided-by-nothing',
    'division by nothing',
  ],
  ['rate(web_idle_total[5m]) / rate(web_idle_total[5m])', 'divided-by-nothing', 'nothing is divided by nothing'],
  ['(rate(web_idle_total[5m]) / rate(web_idle_total[5m])) >= 0', 'divided-by-nothing', 'nothing is divided by nothing'],
  ['histogram_quantile(0.95, sum by (le) (rate(web_seconds_bucket[5m])))', 'divided-by-nothing', 'nothing happened'],
  ['web_requests_total{code="500"} > 100', 'filtered', 'is > 100'],
  ['up{job="down"} == 1', 'target-down', 'the target of the job "down" is down'],
  ['sum(web_requests_total) and on () min(up{job=~"down"}) == 1', 'target-down', 'up is 0'],
  ['up{job="web"} == 0', 'filtered', 'no value of up{job="web"} is == 0'],
  ['absent(web_requests_total)', 'filtered', 'absent() is empty'],
  ['web_requests_total * web_idle_total', 'no-match', 'no labels in common'],
  ['web_requests_total unless web_requests_total', 'filtered', '"unless" lets nothing'],
  ['sum(web_requests_total{code="201"}) or web_requests_totl', 'label-value', 'code="201"'],
];

const kinds = { Prometheus: startPrometheus, VictoriaMetrics: startVictoriaMetrics };

describe.each([
  ['Prometheus', installed],
  ['VictoriaMetrics', installed],
  ...(hasNext
    ? ([
        ['Prometheus', next],
        ['VictoriaMetrics', next],
      ] as const)
    : []),
] as const)('the cause, found by asking %s (beside $1.title)', (kind, version) => {
  let servers: readonly { readonly url: string; stop(): Promise<void> }[] = [];

  beforeAll(async () => {
    servers = await Promise.all([here, elsewhere].map((text) => kinds[kind](text, { servers: version })));
  }, 60_000);
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
  });

  const serverOf = (index: number, title: string): QueryServer =>
    new QueryServer({
      title,
      names: [title],
      roles: [],
      isDefault: false,
      isOnly: false,
      scrapeInterval: 15,
      prometheus: prometheusAt(createTransport({ baseUrl: servers[index]?.url ?? '', clock: testClock })),
    });

  test.each(cases)('%s: %s', async (expr, cause, piece) => {
    const server = serverOf(0, 'here');
    const question = { expr, range: { start: now - 900, end: now } };
    const answer = await server.ask(question);
    expect(['empty', 'nan']).toContain(answer.status);
    const context = { server, others: [serverOf(1, 'there')], lookup: undefined, question };
    const found = await findCause(parse(expr), context);
    expect(found).toMatchObject({ kind: cause });
    expect(found.sentence).toContain(piece);
    expect(found.next).not.toBe('');
  });

  test.each([
    [
      'sum(rate(shadow_events_total[5m])) or vector(0)',
      'it shows vector(0), which nobody measured: shadow_events_total was never',
    ],
    ['sum(web_broken_total) or on () vector(0)', 'the target of the job "down" is down'],
    ['sum(web_requests_total{code="201"}) or vector(0)', undefined], // nothing happened, which is 0
    ['(sum(web_gone) or vector(0)) and on () up{job="web"} == 1', undefined], // shown only while its source is up
    ['sum(web_requests_total) or vector(0)', undefined],
  ])('a constant in place of what nobody measured: %s', async (expr, piece) => {
    const server = serverOf(0, 'here');
    const question = { expr, range: { start: now - 900, end: now } };
    expect((await server.ask(question)).status).toBe('data');
    const cause = await maskedCause(parse(expr), {
      server,
      others: [serverOf(1, 'there')],
      lookup: undefined,
      question,
    });
    expect(cause?.kind).toBe(piece === undefined ? undefined : 'masked');
    expect(cause?.sentence ?? '').toContain(piece ?? '');
  });

  test('over a range, the cause is the same', async () => {
    const server = serverOf(0, 'here');
    const range = { start: now - 900, end: now };
    const context = { server, others: [], lookup: undefined };
    const causeOf = (expr: string): Promise<Cause> =>
      findCause(parse(expr), { ...context, question: { expr, range, step: 15 } });
    expect((await causeOf('sum(rate(web_requests_total{code="201"}[1m]))')).kind).toBe('label-value');
    expect((await causeOf('web_paused')).kind).toBe('no-samples');
    expect((await causeOf('sum(rate(web_requests_total[1m])) > 1e9')).kind).toBe('filtered');
  });
});
