import {
  anyValue,
  counter,
  datasource,
  gauge,
  histogram,
  producer,
  recorded,
  role,
  universal,
  type Alive,
} from 'dashpack';

/** Two roles, of which one is pinned. */
export const LOCAL = role('LOCAL', { label: 'Local' });
export const SHADOW = role('SHADOW', { pinned: true });

export const up = universal('up', 'gauge', { help: '1 while the scrape succeeds.', unit: 'bool' });

export const web = producer('web', {
  port: 8000,
  scrapedBy: [LOCAL, SHADOW],
  scrapeInterval: '5s',
  alive: (): Alive => up.on(LOCAL)({ job: 'web' }),
});

/** A family of every kind. */
export const requests = counter('requests_total', {
  owner: LOCAL,
  producer: web,
  help: 'Requests.',
  unit: 'requests',
  labels: { method: ['GET', 'POST'], route: anyValue('/') },
});
export const queueDepth = gauge('queue_depth', {
  owner: [SHADOW, LOCAL],
  producer: web,
  help: 'Jobs that wait.',
  labels: { queue: anyValue('mail') },
});
export const latency = histogram('latency_seconds', {
  owner: LOCAL,
  producer: web,
  help: 'Time to answer.',
  unit: 'seconds',
  labels: { route: anyValue() },
  buckets: [0.5, 2],
});
export const errorRatio = recorded('route:errors:ratio', {
  owner: LOCAL,
  help: 'Share of errors.',
  unit: 'ratio',
  labels: { route: anyValue() },
});

export const local = datasource('prom_local', { url: 'http://local:9090' });
export const shadow = datasource('prom_shadow', { url: 'http://shadow:9090' });

/** What decides where panels ask. */
export const environment = { roles: [LOCAL, SHADOW], bindings: { LOCAL: local, SHADOW: shadow } };
