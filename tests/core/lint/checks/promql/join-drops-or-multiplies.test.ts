import { joinDropsOrMultiplies } from '../../../../../src/core/lint/checks/promql/join-drops-or-multiplies.js';
import { contexts, finds, passes } from './lint-query.js';

const fails = (side: string, label: string): string =>
  `warning: the query fails where several series of the ${side} side differ only in ${label}`;

finds(joinDropsOrMultiplies, [
  [
    'sum by (route, code) (a) / on (route) sum by (route) (b)',
    `${fails('left', 'code')}: "/" matches without that label @ sum by (route, code) (a) / on (route) sum by (route) (b)`,
  ],
  [
    'sum by (route, code) (a) / ignoring (code) sum by (route) (b)',
    `${fails('left', 'code')}: "/" matches without that label @ sum by (route, code) (a) / ignoring (code) sum by (route) (b)`,
  ],
  [
    'a * on (job) group_left (version) sum by (job, version, region) (b)',
    `${fails('right', 'version, region')}: "*" matches without those labels @ a * on (job) group_left (version) sum by (job, version, region) (b)`,
  ],
  [
    'in_flight * on (job) sum by (job) (in_flight)',
    `${fails('left', 'route')}: "*" matches without that label @ in_flight * on (job) sum by (job) (in_flight)`,
    { context: contexts.catalog },
  ],
]);

passes(joinDropsOrMultiplies, [
  'a / on (instance) b',
  'a * on (instance) group_left (nodename) node_uname_info',
  'sum by (route, code) (a) / on (route) group_left () sum by (route) (b)',
  'sum by (route, code) (a) and on (route) b',
  'sum by (route, code) (a{code="500"}) / on (route) sum by (route) (b)',
  'sum by (route, code) (a{code="$code"}) / on (route) sum by (route) (b)',
  ...['==', '!=', '>', '<', '>=', '<='].map(
    (comparison) => `(sum by (route, code) (a) ${comparison} 0) / on (route) sum by (route) (b)`,
  ),
  'sum by (route, $by) (a) / on (route) sum by (route) (b)',
  'sum by (route) (a) / on () sum(b) > 0'.replace('by (route) ', ''),
  ['sum by (job) (in_flight) + on (job) memory_bytes', { context: contexts.catalog }],
]);
