import { expect, test } from 'vitest';
import { neverReturns } from '../../../../src/core/promql/analyze/never-returns.js';
import { parse } from '../../../../src/core/promql/read/parse.js';
import { lookup, noCatalog } from './fixture.js';

test.each([
  // Matchers.
  ['a{b="c",b="d"}', 'matchers: no series has b="c" and b="d"'],
  ['a{b="c",b!="c"}', 'matchers: no series has b="c" and b!="c"'],
  ['a{b=~"c|d",b!~"c|d|e"}', 'matchers: no series has b=~"c|d" and b!~"c|d|e"'],
  ['a{b="",b=~".+"}', 'matchers: no series has b="" and b=~".+"'],
  ['a{b="c",b=~"c.*"}'],
  ['a{b=~"c|d",b!="c"}'],
  ['a{b="$c",b="d"}'],
  ['a{b=$c,b="d",$e}'],
  // Joins.
  ['a{b="c"} / a{b="d"}', 'join: b is "c" on the left and "d" on the right'],
  ['sum(a) / sum by (b) (a{b="c"})', 'join: the right side has the label "b", which the left side does not have'],
  ['a{b="c"} and on (b) d{b="e"}', 'join: b is "c" on the left and "e" on the right'],
  ['in_flight / sum(in_flight)', 'join: the left side has the label "route", which the right side does not have'],
  ['in_flight / memory_bytes', 'join: the left side has the label "route", which the right side does not have'],
  ['a{b="c"} / on () a{b="d"}'],
  ['a{b="c"} / ignoring (b) a{b="d"}'],
  ['a{b="c"} + fill (0) a{b="d"}'],
  ['a{b="c"} or a{b="d"}'],
  ['a{b="c"} unless a{b="d"}'],
  ['in_flight / ignoring (route) group_left () memory_bytes'],
  ['in_flight / on ($label) memory_bytes'],
  ['label_replace(up, "route", "x", "job", "none") / in_flight'],
  // Comparisons.
  ['count(a) == 0', 'comparison: a count is 1 or more, and empty where there is nothing to count'],
  ['absent(a) > 1', 'comparison: the left side is always 1'],
  ['rate(requests_total[5m]) < 0', 'comparison: the left side is never less than 0'],
  ['healthy > 1', 'comparison: the left side is never less than 0 and never more than 1'],
  ['a > 5 and a < 3', 'comparison: no value passes both comparisons'],
  ['a unless a', 'comparison: both sides are the same'],
  ['count(a) != 7 < 1', 'comparison: the left side is never less than 1'],
  ['a > 5 and (a != 0) < 3', 'comparison: no value passes both comparisons'],
  ['a > 5 and (a != 0) < 9'],
  ['count(a) > bool 0'],
  ['count(a) == 1'],
  ['a > 3 and a < 5'],
  ['a < 0'],
  ['a > $limit'],
  ['delta(a[5m]) < 0'],
])('%s', (query, ...expected) => {
  const found = neverReturns(parse(query), query.startsWith('a') ? noCatalog : lookup);
  expect(found.map(({ kind, reason }) => `${kind}: ${reason}`)).toEqual(expected);
});
