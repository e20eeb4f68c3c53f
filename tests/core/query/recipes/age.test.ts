import { age, anyValue, avgOverTime, gauge, max, print } from 'dashpack';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPrometheus, type Answer, type PrometheusServer } from '../../../servers/prometheus.js';
import { describeOnEach } from '../../../servers/versions.js';
import { LOCAL, web } from '../../promql/agreement/catalog.js';

const lastEvent = gauge('last_event_timestamp_seconds', {
  owner: LOCAL,
  producer: web,
  help: 'When the last event happened.',
  unit: 'unixSeconds',
  labels: { source: anyValue() },
});

const now = 1_700_000_000;
/** When something last happened: a minute ago, a second ago, and, by another clock, in ten seconds. */
const happened = { cart: now - 60, pay: now - 1, web: now + 10 };

describeOnEach((servers) => {
  let server: PrometheusServer;
  beforeAll(async () => {
    const lines = Object.entries(happened).map(
      ([source, at]) => `last_event_timestamp_seconds{source="${source}"} ${at} ${now}`,
    );
    server = await startPrometheus([...lines, '# EOF', ''].join('\n'), { servers });
  });
  afterAll(() => server?.stop());

  function ask(expr: Parameters<typeof print>[0], at = now): Promise<Answer> {
    return server.query(print(expr), at);
  }

  test('seconds since, never negative', async () => {
    const { node } = age(max(lastEvent(), { by: ['source'] }));
    expect(print(node)).toBe('clamp_min(time() - max by (source) (last_event_timestamp_seconds), 0)');
    expect(await ask(node)).toEqual({
      series: [
        { labels: { source: 'cart' }, value: '60' },
        { labels: { source: 'pay' }, value: '1' },
        { labels: { source: 'web' }, value: '0' },
      ],
    });
    expect(await ask(age(avgOverTime(lastEvent({ source: 'cart' }), '1m')).node)).toMatchObject({
      series: [{ value: '60' }],
    });
  });

  test('empty where it never happened', async () => {
    expect(await ask(age(max(lastEvent({ source: 'nowhere' }))).node)).toEqual({ series: [] });
    expect(await ask(age(max(lastEvent())).node, now - 3600)).toEqual({ series: [] });
  });
});
