import { rangeTooShort } from '../../../../../src/core/lint/checks/promql/range-too-short.js';
import { contexts, finds, passes } from './lint-query.js';

const every10s = { context: { ...contexts.bare, scrapeInterval: 10 }, panel: { type: 'stat' } };

finds(rangeTooShort, [
  [
    'rate(x[$__interval])',
    'warning: rate() over $__interval is empty when a viewer zooms in: the window is then shorter than two scrapes @ rate(x[$__interval])',
  ],
  [
    'rate(x[15s])',
    'warning: rate() over 15s has fewer than two samples at times: the series is scraped every 10s @ rate(x[15s])',
    every10s,
  ],
  [
    'rate(x[5s])',
    'error: rate() over 5s has fewer than two samples always: the series is scraped every 10s @ rate(x[5s])',
    every10s,
  ],
  // The producer of the family is scraped every 5 s.
  [
    'delta(in_flight[6s])',
    'warning: delta() over 6s has fewer than two samples at times: the series is scraped every 5s @ delta(in_flight[6s])',
    { context: contexts.catalog },
  ],
]);

passes(rangeTooShort, [
  'rate(x[1s])',
  'rate(x[$window])',
  ['rate(x[20s])', every10s],
  ['max_over_time(x[5s]) + changes(x[5s])', every10s],
  ['rate(x[$__interval])', { target: { interval: '1m' } }],
  ['rate(x[$__interval])', { panel: { interval: '1m' } }],
]);
