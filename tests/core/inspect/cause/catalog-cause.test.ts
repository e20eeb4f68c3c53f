import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { catalogLookup } from '../../../../src/core/catalog/lookup.js';
import { prometheusAt } from '../../../../src/core/live/prometheus/prometheus.js';
import { createTransport } from '../../../../src/core/live/transport.js';
import type { MetricFamily, ProducerFacts } from '../../../../src/core/model/metric.js';
import { parse } from '../../../../src/core/promql/read/parse.js';
import { QueryServer } from '../../../../src/core/inspect/ask/server.js';
import { findCause } from '../../../../src/core/inspect/cause/find-cause.js';
import { testClock } from '../../live/test-clock.js';
import { freePort, startPrometheus, type PrometheusServer } from '../../../servers/prometheus.js';
import { openMetrics } from './samples.js';

const producer = (job: string): ProducerFacts => ({
  job,
  port: 8000,
  path: '/metrics',
  scrapedBy: ['LOCAL'],
  scrapeInterval: '15s',
  alive: () => undefined,
});

const family = (name: string, more: Partial<MetricFamily>): MetricFamily => ({
  name,
  type: 'gauge',
  help: '',
  labels: {},
  owners: ['LOCAL'],
  origin: 'exported',
  ...more,
});

const lookup = catalogLookup([
  family('later', { missing: { producer: producer('metricsd') } }),
  family('of_broken', { producers: [producer('broken')] }),
  family('of_nobody', { producers: [producer('nobody')] }),
  family('of_recorded', { origin: 'recorded' }),
]);

/** A server that scrapes what is not there: a real scrape fails, and says why. */
describe('the cause, by what the catalog knows and the server scrapes', () => {
  let server: PrometheusServer;
  let asked: QueryServer;

  beforeAll(async () => {
    const port = await freePort();
    const now = Math.floor(Date.now() / 1000);
    const config = `global: { scrape_interval: 1s }
scrape_configs: [{ job_name: broken, static_configs: [{ targets: ['127.0.0.1:${port}'] }] }]
`;
    server = await startPrometheus(openMetrics(now, [{ series: 'anything', from: 7200, to: 3600 }]), { config });
    asked = new QueryServer({
      title: 'LOCAL',
      names: ['local'],
      roles: ['LOCAL'],
      isDefault: true,
      isOnly: false,
      scrapeInterval: 1,
      prometheus: prometheusAt(createTransport({ baseUrl: server.url, clock: testClock })),
    });
    const isDown = async (): Promise<void> => {
      expect(await server.query('up{job="broken"}', Date.now() / 1000)).toMatchObject({ series: [{ value: '0' }] });
    };
    await vi.waitFor(isDown, { timeout: 20_000, interval: 100 });
  }, 60_000);
  afterAll(() => server.stop());

  test.each([
    ['of_broken', 'target-down', /the job "broken" is down: up is 0 on LOCAL: .*connection refused/],
    ['of_nobody', 'not-scraped', /LOCAL does not scrape the job "nobody": it scrapes broken/],
    ['later', 'waiting-for-producer', /waiting for a producer: nobody exports later yet; metricsd should/],
    ['of_recorded', 'never-seen', /no rule that records it is loaded there/],
    ['ALERTS', 'never-seen', /LOCAL has no alert rules loaded/],
  ])('%s', async (expr, kind, sentence) => {
    const end = Math.ceil(Date.now() / 1000);
    const question = { expr, range: { start: end - 60, end } };
    const cause = await findCause(parse(expr), { server: asked, others: [], lookup, question });
    expect(cause).toMatchObject({ kind, sentence: expect.stringMatching(sentence) });
  });
});
