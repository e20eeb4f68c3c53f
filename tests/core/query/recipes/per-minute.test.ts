import { perMinute, print, rate, sum } from 'dashpack';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startPrometheus, type PrometheusServer } from '../../../servers/prometheus.js';
import { describeOnEach } from '../../../servers/versions.js';
import { requests } from '../../promql/agreement/catalog.js';

const start = 1_700_000_000;
const steps = 40;

describeOnEach((servers) => {
  let server: PrometheusServer;
  beforeAll(async () => {
    // One request every 15 s on one route, two on the other.
    const lines = ['/', '/login'].flatMap((route, at) =>
      Array.from(
        { length: steps },
        (_, step) => `requests_total{route="${route}"} ${step * (at + 1)} ${start + step * 15}`,
      ),
    );
    server = await startPrometheus([...lines, '# EOF', ''].join('\n'), { servers });
  });
  afterAll(() => server?.stop());

  test('what happens in a minute', async () => {
    const { node } = perMinute(sum(rate(requests(), '5m'), { by: ['route'] }));
    expect(print(node)).toBe('sum by (route) (rate(requests_total[5m])) * 60');
    const answer = await server.query(print(node), start + (steps - 1) * 15);
    const perRoute =
      'series' in answer ? answer.series.map(({ labels, value }) => [labels['route'], Number(value)]) : [];
    expect(perRoute).toEqual([
      ['/', expect.closeTo(4, 6)],
      ['/login', expect.closeTo(8, 6)],
    ]);
  });
});
