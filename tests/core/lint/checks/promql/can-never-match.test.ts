import { canNeverMatch } from '../../../../../src/core/lint/checks/promql/can-never-match.js';
import { contexts, finds, passes } from './lint-query.js';

const never = (operator: string): string => `the two sides of "${operator}" never match`;
const { catalog, pack } = contexts;

finds(canNeverMatch, [
  ['x{a="1", b="2", a="3"}', 'error: no series has a="1" and a="3" @ a="3"'],
  ['x{a!~"1|2", a=~"2|1"}', 'error: no series has a!~"1|2" and a=~"2|1" @ a=~"2|1"'],
  ['x{a="1", a!="1"}', 'error: no series has a="1" and a!="1" @ a!="1"'],
  [
    'a{x="1"} and a{x="2"}',
    `error: ${never('and')}: x is "1" on the left and "2" on the right @ a{x="1"} and a{x="2"}`,
  ],
  [
    'sum by (x) (rate(a{x=~"1|2"}[$w])) / on (x) (b{x="3"} > 0)',
    `error: ${never('/')}: x is "1" or "2" on the left and "3" on the right @ sum by (x) (rate(a{x=~"1|2"}[$w])) / on (x) (b{x="3"} > 0)`,
  ],
  [
    'a{x="1"} / sum(b)',
    `error: ${never('/')}: the left side has the label "x", which the right side does not have @ a{x="1"} / sum(b)`,
  ],
  [
    'a{x="1"} unless sum(b)',
    `warning: ${never('unless')}: the left side has the label "x", which the right side does not have @ a{x="1"} unless sum(b)`,
  ],
  [
    'x == max(x)',
    `warning: ${never('==')}: the left side has the label "instance" if it is scraped, which the right side does not have @ x == max(x)`,
  ],
  [
    'in_flight - sum by (job) (in_flight)',
    `error: ${never('-')}: the left side has the label "route", which the right side does not have @ in_flight - sum by (job) (in_flight)`,
    { context: pack },
  ],
  [
    'in_flight - sum by (job) (in_flight)',
    `warning: ${never('-')}: the left side has the label "route", which the right side does not have @ in_flight - sum by (job) (in_flight)`,
    { context: catalog },
  ],
]);

finds(canNeverMatch, [
  [
    'sum by (job) (x) / (sum(y) + 1)',
    `warning: ${never('/')}: only the left side has the label "job", and the right side is aggregated without it @ sum by (job) (x) / (sum(y) + 1)`,
  ],
]);

passes(canNeverMatch, [
  'sum by (job) (x) / on (job) sum by (job, instance) (y)',
  'sum by (job) (x) / ignoring (job) group_left sum(y)',
  'sum by (job) (x) / on () group_left sum(y)',
  'x{a=~"1.*", a!="12"}',
  'x{a="$a", a!="1"}',
  'x{a=~"1|2", a!="1"}',
  'x{a="1"} or x{a="2"}',
  'x{a="1"} / on (job) y{a="2"}',
  'x{a="1"} / ignoring (a) y{a="2"}',
  'sum(x{a="1"}) / sum(y{a="2"})',
  'a{x="1"} / on () sum(b)',
  'x / scalar(sum(x))',
  'x == on () group_left () max(x)',
  'job:x:sum / sum(job:x:sum)',
  'label_replace(x{a="1"}, "a", "2", "", "") / y{a="2"}',
  'sum by (job) ($x) / sum(y{a="1"})',
  'job:x{a=""} / sum(job:y)',
  'x / y',
]);
