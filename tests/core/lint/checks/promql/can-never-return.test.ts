import { canNeverReturn } from '../../../../../src/core/lint/checks/promql/can-never-return.js';
import { contexts, finds, passes } from './lint-query.js';

finds(canNeverReturn, [
  [
    'count(up) == 0',
    'error: count(up) == 0 never returns anything: a count is 1 or more, and empty where there is nothing to count @ count(up) == 0',
  ],
  ['sum(absent(x) < 1)', 'error: absent(x) < 1 never returns anything: the left side is always 1 @ absent(x) < 1'],
  [
    'rate(x_total[$w]) < 0',
    'error: rate(x_total[$w]) < 0 never returns anything: the left side is never less than 0 @ rate(x_total[$w]) < 0',
  ],
  [
    'hour() > 23',
    'error: hour() > 23 never returns anything: the left side is never less than 0 and never more than 23 @ hour() > 23',
  ],
  ['vector(0) > 0', 'error: vector(0) > 0 never returns anything: the left side is always 0 @ vector(0) > 0'],
  ['x > 5 < 3', 'error: x > 5 < 3 never returns anything: the left side is never less than 5 @ x > 5 < 3'],
  [
    'x < 3 and x > 5',
    'error: x < 3 and x > 5 never returns anything: no value passes both comparisons @ x < 3 and x > 5',
  ],
  ['x unless x', 'error: x unless x never returns anything: both sides are the same @ x unless x'],
  // That it is 0 or 1 is known from the catalog.
  [
    'healthy > 1',
    'warning: healthy > 1 never returns anything: the left side is never less than 0 and never more than 1 @ healthy > 1',
    { context: contexts.catalog },
  ],
  [
    'healthy > 1',
    'error: healthy > 1 never returns anything: the left side is never less than 0 and never more than 1 @ healthy > 1',
    { context: contexts.pack },
  ],
]);

passes(canNeverReturn, [
  'count(up) == bool 0',
  'count(up) >= 1',
  '(count(up) or vector(0)) == 0',
  'rate(x[5m]) < 0',
  'x > 5 and x < 7',
  'x > 5 and on (job) x < 3',
  'x * 2 > 5 and x < 3',
  'sum(x) < 0',
  'x unless x > 5',
  'count(up) < $limit',
  'up > 1',
]);
