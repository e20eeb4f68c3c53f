import fc from 'fast-check';
import { call, folded, joined, selector, type Built, type By, type Match } from './built.js';

/** Well-typed expressions of the builders, at most `depth` calls deep. */
export function built(depth: number): fc.Arbitrary<Built> {
  if (depth === 0) return leaf;
  const inner = built(depth - 1);
  return fc.oneof(
    leaf,
    inner.chain(elementwise),
    { weight: 3, arbitrary: inner.chain(aggregated) },
    inner.chain(relabelled),
    { weight: 2, arbitrary: fc.tuple(inner, inner).chain(([left, right]) => combined(left, right)) },
    { weight: 3, arbitrary: inner.chain((of) => combined(of, call('abs', of.claims, of))) },
  );
}

const gauges = fc.constantFrom<readonly [string, object]>(
  ['c.inFlight', {}],
  ['c.inFlight', { route: '/' }],
  ['c.temperature', {}],
  ['c.temperature', { zone: 'cpu' }],
  ['c.up.on(c.LOCAL)', {}],
);
const counters = fc.constantFrom<readonly [string, object]>(
  ['c.requests', {}],
  ['c.requests', { method: 'GET' }],
  ['c.latency.bucket', {}],
  ['c.latency.sum', {}],
  ['c.latency.count', { job: 'web' }],
);

const leaf: fc.Arbitrary<Built> = fc.oneof(
  gauges.map(([name, matchers]) => selector(name, matchers)),
  { weight: 2, arbitrary: counters.chain(([name, matchers]) => ofCounter(selector(name, matchers))) },
  gauges.chain(([name, matchers]) => ofGauge(selector(name, matchers))),
  fc.constantFrom(
    call('absent', [], selector('c.requests', { method: 'GET', route: '/none' })),
    call('absentOverTime', [], selector('c.inFlight', { route: '/none' }), '5m'),
    call('vector', [], 1),
    call(
      'histogramQuantile',
      ['job', 'instance', 'route'],
      0.9,
      call('rate', ['job', 'instance', 'route', 'le'], selector('c.latency.bucket'), '5m'),
    ),
  ),
);

function ofCounter(counter: Built): fc.Arbitrary<Built> {
  const names = fc.constantFrom('rate', 'increase', 'irate', 'changes', 'resets', 'countOverTime');
  return names.map((name) => call(name, counter.claims, counter, '5m'));
}

function ofGauge(gauge: Built): fc.Arbitrary<Built> {
  const names = fc.constantFrom(
    'avgOverTime',
    'lastOverTime',
    'presentOverTime',
    'delta',
    'deriv',
    'stddevOverTime',
    'idelta',
  );
  return fc.oneof(
    names.map((name) => call(name, gauge.claims, gauge, '5m')),
    fc.constantFrom('1m', '-30s').map((by) => call('offset', gauge.claims, gauge, by)),
    fc.constant(call('quantileOverTime', gauge.claims, 0.5, gauge, '5m')),
    fc.constant(call('predictLinear', gauge.claims, gauge, 60, '5m')),
  );
}

function elementwise(of: Built): fc.Arbitrary<Built> {
  const { claims } = of;
  const compare = fc.constantFrom('gt', 'lte', 'neq', 'bool.gt', 'add', 'mul', 'div');
  return fc.oneof(
    fc
      .constantFrom('abs', 'ceil', 'sgn', 'sqrt', 'round', 'sortDesc', 'neg', 'timestamp', 'hour')
      .map((name) => call(name, claims, of)),
    compare.map((name) => call(name, claims, of, 0)),
    compare.map((name) => call(name, claims, 1, of)),
    fc.constant(call('clamp', claims, of, 0, 5)),
    fc.constant(call('add', claims, of, call('scalar', [], of))),
    fc.constant(call('vector', [], call('scalar', [], of))),
    fc
      .constantFrom('maxOverTime', 'countOverTime')
      .map((name) => call(name, claims, { ...call('subquery', claims, of, '5m', '1m') })),
    ...(claims.has('le')
      ? [
          fc.constant(
            call(
              'histogramQuantile',
              [...claims].filter((label) => label !== 'le'),
              0.5,
              call('abs', claims, of),
            ),
          ),
        ]
      : []),
  );
}

function aggregated(of: Built): fc.Arbitrary<Built> {
  const carried = [...of.claims];
  const some = fc.subarray(carried);
  const grouping: fc.Arbitrary<By> = fc.oneof(
    fc.constant({}),
    { weight: 3, arbitrary: some.map((by) => ({ by })) },
    some.map((without) => ({ without })),
  );
  return grouping.chain((by) => {
    const claims = folded(of, by);
    return fc.oneof(
      fc.constantFrom('sum', 'avg', 'min', 'max', 'count', 'stddev', 'group').map((name) => call(name, claims, of, by)),
      fc.constantFrom('topk', 'bottomk').map((name) => call(name, of.claims, 2, of, by)),
      fc.constant(call('quantile', claims, 0.5, of, by)),
      fc.constantFrom('value', ...carried).map((label) => {
        const counted = by.without?.includes(label) === true ? claims : [...claims, label];
        return call('countValues', counted, label, of, by);
      }),
    );
  });
}

/** Label functions whose pattern certainly matches: for others, see the differences that are known. */
function relabelled(of: Built): fc.Arbitrary<Built> {
  const labels = [...of.claims];
  if (labels.length === 0) return fc.constant(of);
  const target = fc.constantFrom(...labels, 'copy');
  return fc.tuple(target, fc.constantFrom(...labels)).chain(([to, from]) =>
    fc.oneof(
      fc
        .constantFrom(['$1', '(.*)'], ['$1', '(.+)'], ['x-$1', '(.).*'], ['fixed', '.*'])
        .map(([text, pattern]) => call('labelReplace', [...labels, to], of, to, text, from, pattern)),
      fc.constant(
        call(
          'labelReplace',
          labels.filter((label) => label !== to),
          of,
          to,
          '',
          from,
          '.*',
        ),
      ),
      fc.constant(call('labelJoin', [...labels, to], of, to, '-', from, ...labels)),
    ),
  );
}

function combined(left: Built, right: Built): fc.Arbitrary<Built> {
  const common = [...left.claims].filter((label) => right.claims.has(label));
  const all = new Set([...left.claims, ...right.claims]);
  const differing = [...all].filter((label) => !common.includes(label));
  const both = fc.oneof(
    fc.subarray(common).map((on): Match => ({ on })),
    fc.subarray(common).map((more): Match => ({ ignoring: [...differing, ...more] })),
    fc.constant<Match>(differing.length === 0 ? {} : { on: common }),
  );
  const others = (of: Built, on: readonly string[]): string[] => [...of.claims].filter((label) => !on.includes(label));
  const grouped = fc.subarray(common, { minLength: Math.min(1, common.length) }).chain((on) =>
    fc.oneof(
      fc.subarray(others(right, on)).map((groupLeft): Match => ({ on, groupLeft })),
      fc.subarray(others(left, on)).map((groupRight): Match => ({ on, groupRight })),
    ),
  );
  const operator = fc.constantFrom('add', 'div', 'sub', 'eq', 'gte', 'bool.lt');
  return fc.oneof(
    {
      weight: 2,
      arbitrary: fc
        .tuple(operator, fc.oneof(both, grouped))
        .map(([name, match]) => call(name, joined(left, right, match), left, right, match)),
    },
    both.chain((match) =>
      fc.oneof(
        fc.constantFrom('and', 'unless').map((name) => call(name, left.claims, left, right, match)),
        fc.constant(call('or', common, left, right, match)),
      ),
    ),
  );
}
