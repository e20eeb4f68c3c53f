import { unknownMetric } from '../../../../../src/core/lint/checks/promql/unknown-metric.js';
import { contexts, finds, passes } from './lint-query.js';

finds(unknownMetric, [
  [
    'in_flights',
    'error: the catalog has no metric "in_flights": did you mean in_flight? @ in_flights',
    { context: contexts.pack },
  ],
  // What was read from one server may lack what another has.
  [
    'in_flights',
    'warning: the catalog has no metric "in_flights": did you mean in_flight? @ in_flights',
    { context: contexts.catalog },
  ],
  [
    '{__name__="node_load1"}',
    'error: the catalog has no metric "node_load1" @ {__name__="node_load1"}',
    { context: contexts.pack },
  ],
]);

passes(unknownMetric, [
  'anything',
  ['$metric + node_$kind', { context: contexts.pack }],
  ['{__name__=~"in_.*"}', { context: contexts.pack }],
  ['job:requests:rate5m', { context: { ...contexts.pack, recorded: new Set(['job:requests:rate5m']) } }],
]);
