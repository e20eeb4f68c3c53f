import { anyValue, counter, gauge, histogram, producer, role, universal } from '../../../../src/index.js';

/** The Prometheus of the test. */
export const LOCAL = role('LOCAL');

/** Two jobs: a service with two instances, and a node. */
export const web = producer('web', {
  port: 8000,
  scrapedBy: [LOCAL],
  scrapeInterval: '15s',
  alive: () => up.on(LOCAL)(),
});
const node = producer('node', {
  port: 9100,
  scrapedBy: [LOCAL],
  scrapeInterval: '15s',
  alive: () => up.on(LOCAL)(),
});

/** A counter with two labels. */
export const requests = counter('requests_total', {
  owner: LOCAL,
  producer: web,
  help: 'Requests.',
  labels: { route: anyValue('/'), method: ['GET', 'POST'] },
});
/** Gauges of both jobs. */
export const inFlight = gauge('in_flight', {
  owner: LOCAL,
  producer: web,
  help: 'Requests now.',
  labels: { route: anyValue('/') },
});
export const temperature = gauge('temperature_celsius', {
  owner: LOCAL,
  producer: node,
  help: 'Heat.',
  labels: { zone: ['cpu', 'disk'] },
});
/** A histogram. */
export const latency = histogram('latency_seconds', {
  owner: LOCAL,
  producer: web,
  help: 'Latency.',
  labels: { route: anyValue('/') },
  buckets: [0.1, 0.5],
});
export const up = universal('up', 'gauge', { help: 'Up.', labels: {} });
