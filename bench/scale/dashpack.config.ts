/** The scale benchmark: as many dashboards of 50 panels with distinct queries as BENCH_DASHBOARDS says. */
import {
  anyValue,
  counter,
  dashboard,
  dashboardRef,
  datasource,
  defineConfig,
  histogram,
  pack,
  producer,
  quantileOf,
  rate,
  role,
  row,
  sum,
  timeseries,
  universal,
  eq,
  type Dashboard,
} from 'dashpack';

const LOCAL = role('LOCAL', { pinned: true });
const prometheus = datasource('prometheus', { url: 'http://127.0.0.1:9090', isDefault: true });
const up = universal('up', 'gauge', { help: 'Whether the scrape succeeds.', unit: 'bool' });
const web = producer('web', {
  port: 8000,
  scrapedBy: [LOCAL],
  scrapeInterval: '15s',
  alive: () => eq(up.on(LOCAL)({ job: 'web' }), 1),
});
const requests = counter('requests_total', {
  owner: LOCAL,
  producer: web,
  help: 'Requests served.',
  unit: 'requests',
  labels: { route: anyValue('/'), shard: anyValue('0') },
});
const latency = histogram('request_seconds', {
  owner: LOCAL,
  producer: web,
  help: 'Time to serve a request.',
  unit: 'seconds',
  labels: { route: anyValue('/'), shard: anyValue('0') },
  buckets: [0.1, 0.5, 1],
});

/** Another seed makes other dashboards, which no build has linted before. */
const seed = process.env['BENCH_SEED'] ?? '';

function* dashboards(): Generator<() => Dashboard> {
  const count = Number(process.env['BENCH_DASHBOARDS'] ?? '10');
  for (let number = 0; number < count; number += 1) yield () => one(number);
}

function one(number: number): Dashboard {
  const panels = Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => {
      const shard = `${seed}${number}-${index}`;
      const panel =
        index % 2 === 0
          ? timeseries('Requests', {
              query: sum(rate(requests({ shard }), '5m'), { by: ['route'] }),
              legend: '{{route}}',
            })
          : timeseries('Latency p95', {
              query: quantileOf(0.95, latency.bucket({ shard }), { window: '5m', by: ['route'] }),
              legend: 'p95 {{route}}',
            });
      return [`panel${index}`, panel];
    }),
  );
  return dashboard(dashboardRef({ uid: `bench-${number}`, title: `Bench ${number}`, folder: 'bench' }), {
    tags: ['bench'],
    rows: { all: row('All', panels) },
  });
}

export default defineConfig({
  packs: [
    pack({
      name: 'bench',
      title: 'Bench',
      roles: [LOCAL],
      datasources: [prometheus],
      bindings: { LOCAL: prometheus },
      producers: [web],
      metrics: [up, requests, latency],
      dashboards,
    }),
  ],
});
