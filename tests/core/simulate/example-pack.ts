import { anyValue, counter, datasource, eq, gauge, histogram, pack, producer, role, universal } from 'dashpack';
import type { Scenario } from '../../../src/core/model/scenario.js';
import { seriesOf, sampleAt } from '../../../src/core/simulate/series.js';

const LOCAL = role('LOCAL', { pinned: true });
const prometheus = datasource('prom', { url: 'http://prometheus:9090', isDefault: true, scrapesItself: true });
const up = universal('up', 'gauge', { help: '1 while the scrape succeeds.', unit: 'bool' });

export const web = producer('web', {
  port: 8000,
  scrapedBy: [LOCAL],
  scrapeInterval: '5s',
  alive: () => eq(up.on(LOCAL)({ job: 'web' }), 1),
});
export const worker = producer('worker', {
  port: 8001,
  host: 'worker',
  scrapedBy: [LOCAL],
  scrapeInterval: '5s',
  alive: () => eq(up.on(LOCAL)({ job: 'worker' }), 1),
});

export const requests = counter('requests_total', {
  owner: LOCAL,
  producer: web,
  help: 'Requests.',
  labels: { route: anyValue('/', '/a'), status: ['2xx', '5xx'] },
});
export const latency = histogram('latency_seconds', {
  owner: LOCAL,
  producer: web,
  help: 'Latency.',
  unit: 'seconds',
  buckets: [0.01, 0.1, 0.5, 1],
});
export const state = gauge('state', {
  owner: LOCAL,
  producer: worker,
  help: 'State.',
  labels: { name: ['idle', 'running', 'stopped'] },
});
export const lastJob = gauge('last_job_timestamp_seconds', {
  owner: LOCAL,
  producer: worker,
  help: 'When the last job ended.',
  unit: 'unixSeconds',
});
export const started = gauge('process_start_time_seconds', {
  owner: LOCAL,
  producer: [web, worker],
  help: 'When the process started.',
  unit: 'unixSeconds',
});
export const cpu = counter('process_cpu_seconds_total', {
  owner: LOCAL,
  producer: [web, worker],
  help: 'Processor time.',
  unit: 'seconds',
});
const promised = counter('promised_total', { owner: LOCAL, missing: { producer: web }, help: 'Nobody exports it.' });

/** A small pack with one of everything that is simulated. */
export const example = pack({
  name: 'example',
  title: 'Example',
  roles: [LOCAL],
  datasources: [prometheus],
  bindings: { LOCAL: prometheus },
  producers: [web, worker],
  metrics: [up, requests, latency, state, lastJob, started, cpu, promised],
  dashboards: [],
});

/** When the scenarios of tests start: a Unix time in seconds. */
export const start = 1_800_000_000;

/** A function that says what a series of the example shows, so many seconds after the start. */
export function watch(scenario: Scenario, name: string, labels: Readonly<Record<string, string>> = {}, seed = 1) {
  const found = seriesOf(example, scenario, { seed, start }).filter(
    (series) =>
      series.name === name &&
      Object.entries(labels).every(([label, value]) => ({ ...series.labels, job: series.job })[label] === value),
  );
  const [series] = found;
  if (series === undefined || found.length > 1) throw new Error(`${found.length} series are called ${name}`);
  return (seconds: number) => sampleAt(series, start + seconds);
}
