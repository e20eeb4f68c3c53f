import { expect, test } from 'vitest';
import { windowsUsed } from '../../../../src/core/promql/analyze/windows.js';
import { parse } from '../../../../src/core/promql/read/parse.js';

test.each<[query: string, ...found: string[]]>([
  ['a'],
  ['rate(a[5m])', 'range 5m 300 fixed'],
  ['rate(a[1h30m] offset 1d)', 'range 1h30m 5400 fixed', 'offset 1d 86400 fixed'],
  ['a offset -300ms', 'offset -300ms -0.3 fixed'],
  ['rate(a[300]) + b offset -60', 'range 300 300 fixed', 'offset -60 -60 fixed'],
  ['max_over_time(rate(a[5m])[1h:1m])', 'range 1h 3600 fixed', 'step 1m 60 fixed', 'range 5m 300 fixed'],
  ['max_over_time(sum(a)[1h:] offset 1w)', 'range 1h 3600 fixed', 'offset 1w 604800 fixed'],
  ['rate(a[$__rate_interval] offset $o)', 'range $__rate_interval', 'offset $o'],
  ['rate(a[${n}m])', 'range ${n}m'],
  ['rate(a[5m*2])', 'range 5m*2 fixed'],
  ['rate(a[step()*4])', 'range step()*4'],
])('%s', (query, ...found) => {
  const uses = windowsUsed(parse(query)).map(({ kind, text, seconds, fixed }) =>
    [kind, text, ...(seconds === undefined ? [] : [seconds]), ...(fixed ? ['fixed'] : [])].join(' '),
  );
  expect(uses).toEqual(found);
});
