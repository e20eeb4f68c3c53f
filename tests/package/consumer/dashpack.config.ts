import {
  counter,
  dashboard,
  dashboardRef,
  datasource,
  defineConfig,
  eq,
  pack,
  print,
  producer,
  rate,
  role,
  row,
  sum,
  timeseries,
  universal,
} from 'dashpack';

export const LOCAL = role('LOCAL');
const prometheus = datasource('prometheus', { url: 'http://localhost:9090' });
const up = universal('up', 'gauge', { help: '1 while the scrape succeeds.', unit: 'bool' });
const web = producer('web', {
  port: 8000,
  scrapedBy: [LOCAL],
  scrapeInterval: '15s',
  alive: () => eq(up.on(LOCAL)({ job: 'web' }), 1),
});
const requests = counter('http_requests_total', {
  owner: LOCAL,
  producer: web,
  help: 'Requests answered.',
  labels: { status: ['2xx', '4xx', '5xx'] },
});
const perSecond = sum(rate(requests({ status: ['4xx', '5xx'] }), '5m'), { by: ['status'] });
const errors = dashboard(dashboardRef({ uid: 'web-errors', title: 'Errors', folder: 'web' }), {
  rows: { all: row('Errors', { rate: timeseries('Errors by status', { query: perSecond, legend: '{{status}}' }) }) },
});

// @ts-expect-error the metric has no such label: types of the package that were lost would let it pass
void requests({ path: '/' });

/** What the test compares. */
export const printed: string = print(perSecond.node);

export default defineConfig({
  packs: [
    pack({
      name: 'web',
      title: 'Web',
      roles: [LOCAL],
      datasources: [prometheus],
      bindings: { LOCAL: prometheus },
      producers: [web],
      metrics: [up, requests],
      dashboards: [() => errors],
    }),
  ],
});
