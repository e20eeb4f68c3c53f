import { describe, expect, test } from 'vitest';
import { customVariable, matches, not, notMatches, print, queryVariable } from 'dashpack';
import { latency, requests, up, LOCAL } from './small-pack.js';

const route = queryVariable('route', requests(), 'route');
const routes = queryVariable('routes', requests(), 'route', { multi: true });
const method = customVariable('method', ['GET', 'POST'], { includeAll: true });

describe('what a matcher is written as', () => {
  test.each([
    ['nothing', requests(), 'requests_total'],
    ['a value', requests({ method: 'GET' }), 'requests_total{method="GET"}'],
    ['two, in the order of the author', requests({ route: '/', job: 'web' }), 'requests_total{route="/", job="web"}'],
    ['a list', requests({ method: ['GET', 'POST'] }), 'requests_total{method=~"GET|POST"}'],
    ['a list of one', requests({ method: ['GET'] }), 'requests_total{method=~"GET"}'],
    [
      'a list of what a pattern would misread',
      requests({ route: ['/a.b', '/c+'] }),
      String.raw`requests_total{route=~"/a\\.b|/c\\+"}`,
    ],
    ['not a value', requests({ method: not('GET') }), 'requests_total{method!="GET"}'],
    ['none of several', requests({ route: not('/a', '/b') }), 'requests_total{route!~"/a|/b"}'],
    ['a pattern', requests({ route: matches('/api/.*') }), 'requests_total{route=~"/api/.*"}'],
    ['not a pattern', requests({ route: notMatches('/api/.*') }), 'requests_total{route!~"/api/.*"}'],
    ['a variable with one value', requests({ route }), 'requests_total{route="$route"}'],
    ['a variable with several', requests({ route: routes }), 'requests_total{route=~"$routes"}'],
    ['a variable with All', requests({ method }), 'requests_total{method=~"$method"}'],
    ['a value with quotes', requests({ route: 'a"b\\c' }), String.raw`requests_total{route="a\"b\\c"}`],
    ['a bound', latency.bucket({ le: 0.5 }), 'latency_seconds_bucket{le="0.5"}'],
    [
      'a bound that Prometheus 3 writes as 2.0',
      latency.bucket({ le: 2 }),
      String.raw`latency_seconds_bucket{le=~"2(\\.0)?"}`,
    ],
    ['the last bucket', latency.bucket({ le: '+Inf' }), 'latency_seconds_bucket{le="+Inf"}'],
    ['a universal family', up.on(LOCAL)({ job: 'web' }), 'up{job="web"}'],
  ])('%s', (_, vector, text) => {
    expect(print(vector.node)).toBe(text);
  });
});

test('a matcher by a variable says which one', () => {
  expect(requests({ route, method: 'GET' }).node).toMatchObject({
    matchers: [
      { label: 'route', operator: '=', value: '$route', variable: 'route' },
      { label: 'method', operator: '=', value: 'GET' },
    ],
  });
});

test.each([
  ['an empty list', () => requests({ method: [] })],
  ['not one of none', () => requests({ route: not() })],
])('%s matches nothing, and is refused', (_, make) => {
  expect(make).toThrow(/^label "(?:method|route)" is matched by an empty list: no series has it$/);
});
