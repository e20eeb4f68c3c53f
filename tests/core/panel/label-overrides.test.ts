import { describe, expect, test } from 'vitest';
import { byLabel, override, query, rate, recipePanel, sum, timeseries, type RecipeSpec } from 'dashpack';
import { expandOverrides } from '../../../src/core/panel/label-overrides.js';
import { requests } from '../catalog/small-pack.js';

const expression = sum(rate(requests()), { by: ['method', 'route'] });
const red = { color: 'red' };

/** The matcher that finds the series of a value of `method`, given the panel's legends. */
function matcherFor(
  value: string,
  ...legends: readonly (string | undefined)[]
): { readonly id: string; readonly options: unknown } {
  const panel = recipePanel(matcherFor, 'timeseries', 'X', {
    queries: legends.map((legend) => query(expression, legend === undefined ? {} : { legend: legend as '' })),
    overrides: [byLabel('method', { [value]: red })],
  });
  const [first] = expandOverrides(panel);
  if (first === undefined) throw new Error('no override was made');
  return first.matcher;
}

/** Grafana reads an expression between slashes as a regular expression, and matches names with it. */
function finds({ options }: { readonly options: unknown }, name: string): boolean {
  return new RegExp(String(options).slice(1, -1)).test(name);
}

describe('which series a value finds', () => {
  test.each([
    ['the value alone', 'GET', ['{{method}}'], { id: 'byName', options: 'GET' }],
    ['text around it', 'GET', ['p95 {{ method }} (s)'], { id: 'byName', options: 'p95 GET (s)' }],
    ['the value twice', 'GET', ['{{method}}/{{method}}'], { id: 'byName', options: 'GET/GET' }],
    ['another label', 'GET', ['{{method}} {{route}}'], { id: 'byRegexp', options: '/^(?:GET .*)$/' }],
    ['a variable', 'GET', ['$mode {{method}} ${x:csv}'], { id: 'byRegexp', options: '/^(?:.* GET .*)$/' }],
    [
      'what a pattern would misread',
      'a.b/c',
      ['({{method}}) {{route}}'],
      { id: 'byRegexp', options: String.raw`/^(?:\(a\.b\/c\) .*)$/` },
    ],
    ['two legends', 'GET', ['{{method}}', 'old {{method}}'], { id: 'byRegexp', options: '/^(?:GET|old GET)$/' }],
    ['one legend, twice', 'GET', ['{{method}}', '{{method}}'], { id: 'byName', options: 'GET' }],
    ['a legend that does not name it', 'GET', ['{{method}}', '{{route}}'], { id: 'byName', options: 'GET' }],
    ['no legend', 'GET', [undefined], { id: 'byRegexp', options: String.raw`/^(?:GET|.*\bmethod="GET".*)$/` }],
  ])('%s', (_, value, legends, matcher) => {
    expect(matcherFor(value, ...legends)).toEqual(matcher);
  });

  test('without a legend, in the names that Grafana gives', () => {
    const matcher = matcherFor('GET', undefined);
    const names = [
      'GET',
      '{method="GET"}',
      '{method="GET", route="/"}',
      '{route="/", method="GET"}',
      'POST',
      '{method="GETS"}',
      '{submethod="GET"}',
    ];
    expect(names.filter((name) => finds(matcher, name))).toEqual(names.slice(0, 4));
  });

  test('whatever the other labels are', () => {
    const matcher = matcherFor('GET', '{{method}} {{route}}');
    expect(['GET /', 'GET ', 'GET', 'POST GET /'].filter((name) => finds(matcher, name))).toEqual(['GET /', 'GET ']);
  });
});

test('each value becomes an override, among those that are written', () => {
  const panel = timeseries('X', {
    query: expression,
    legend: '{{method}}',
    overrides: [override('total', { unit: 's' }), byLabel('method', { GET: red, POST: { displayName: 'writes' } })],
  });
  expect(expandOverrides(panel)).toEqual([
    { kind: 'override', matcher: { id: 'byName', options: 'total' }, properties: { unit: 's' } },
    { kind: 'override', matcher: { id: 'byName', options: 'GET' }, properties: red },
    { kind: 'override', matcher: { id: 'byName', options: 'POST' }, properties: { displayName: 'writes' } },
  ]);
});

describe('what cannot find a series is refused where the panel is written', () => {
  const overrides = [byLabel('method', { GET: red })];
  const specs: readonly (readonly [string, 'table' | 'timeseries', RecipeSpec])[] = [
    ['a table has columns', 'table', { overrides, query: expression }],
    ['displayName replaces them', 'timeseries', { overrides, query: expression, displayName: 'x' }],
    ['no legend names {{method}}', 'timeseries', { overrides, query: expression, legend: '{{route}}' }],
  ];
  test.each(specs)('%s', (why, visualisation, spec) => {
    expect(() => recipePanel(matcherFor, visualisation, 'X', spec)).toThrow(
      expect.objectContaining({
        message: `panel "X": byLabel('method') finds series by their names, and ${why}`,
        next: expect.stringMatching(/^(?:use|name|add) /),
        position: expect.anything(),
      }),
    );
  });
});
