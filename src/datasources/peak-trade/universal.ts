import { anyValue, universal } from 'dashpack';

/** Does Prometheus reach it? Not the same as alive: a producer can be up and blind. */
export const up = universal('up', 'gauge', {
  help: '1 while the scrape of the target succeeds, 0 while it fails.',
  unit: 'bool',
});

/** Has a target gone quiet, or grown out of bounds? */
export const scrapeSamplesScraped = universal('scrape_samples_scraped', 'gauge', {
  help: 'Samples that the target exposed at its last scrape.',
});

/** How close is a scrape to its timeout? */
export const scrapeDurationSeconds = universal('scrape_duration_seconds', 'gauge', {
  help: 'Time that the last scrape of the target took; a gauge, not a histogram: it has no _bucket.',
  unit: 'seconds',
});

/** `ALERTS`. Ask it beside a witness that the rules are loaded: without rules there is nothing to fire. */
export const alerts = universal('ALERTS', 'gauge', {
  help: '1 for each alert that is pending or firing on this Prometheus.',
  labels: {
    alertname: anyValue(),
    alertstate: anyValue(),
    severity: anyValue(),
    component: anyValue(),
    source: anyValue(),
  },
});
