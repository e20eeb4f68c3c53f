import fc from 'fast-check';
import {
  aggregationFacts,
  aggregationTable,
  functionTable,
  type ArgumentType,
  type FunctionFacts,
} from '../../../src/core/promql/functions.js';
import { hasVariable, variableName } from '../../../src/core/promql/grafana-variable.js';
import type {
  At,
  GroupSide,
  Grouping,
  Matcher,
  Matching,
  Node,
  SelectorNode,
  TimeShift,
} from '../../../src/core/promql/node.js';
import { arithmetic, binary, comparison, negated, newerThan, scalarBinary, set, trim } from './arbitrary-parts.js';

/** What the generated expressions may contain: everything that dashpack knows, or what Prometheus 2.42 reads. */
export type Dialect = 'everything' | 'prometheus 2.42';

/** Well-typed expressions of each type. */
export interface Expressions {
  readonly vector: fc.Arbitrary<Node>;
  readonly scalar: fc.Arbitrary<Node>;
  readonly range: fc.Arbitrary<Node>;
}

const keywords = ['sum', 'by', 'on', 'and', 'offset', 'bool', 'inf', 'nan', 'group_left', 'start', 'end', 'Or'];
const plainNames = ['up', 'http_requests_total', 'job:errors:rate5m', ':a', '_', 'time', 'rate', 'x1'];
const plainLabels = ['job', 'le', '_a', 'on', 'by', 'sum', 'bool', 'offset', 'group_left', 'status_code'];
const hostileValues = [
  '"',
  '\\',
  '\\"',
  "'",
  '`',
  '\n',
  '\t\r',
  '\u0000',
  '\u007f',
  '\u0085',
  '\u2028',
  '😀',
  'é',
  '{}',
  '#',
  ')',
  '$',
  '[[',
  '\\d+',
  '$1',
];
/** Trees that are valid by construction, small enough to read. */
export function expressions(dialect: Dialect): Expressions {
  const everything = dialect === 'everything';
  const beyond = <T>(...extras: readonly fc.Arbitrary<T>[]): readonly fc.Arbitrary<T>[] => (everything ? extras : []);
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostileValues), fc.string());
  const utf8Name = text.filter((name) => name !== '' && !hasVariable(name));

  const metricName = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...plainNames) },
    ...beyond(fc.constantFrom(...keywords, 'a.b', 'node_${kind}_total', '$a$b'), utf8Name),
  );
  const labelName = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...plainLabels) },
    ...beyond(fc.constantFrom('inf', 'NaN', 'a.b', '$label', '${label:raw}', 'x_[[y]]'), utf8Name),
  );
  const labels = fc.uniqueArray(labelName, { maxLength: 3 });
  const plainDuration = fc.constantFrom('5m', '1h30m', '300ms', '1y2w3d4h5m6s7ms', '10s');
  const duration = fc.oneof(
    { weight: 3, arbitrary: plainDuration },
    ...beyond(
      fc.constantFrom(
        '$__rate_interval',
        '${w}',
        '[[w]]',
        '${n}m',
        '$n$unit',
        '300',
        '5m*2',
        '(1m+30s)',
        'step()',
        '1e3',
      ),
    ),
  );
  const number: fc.Arbitrary<Node> = fc
    .oneof(
      fc.constantFrom(0, 1, 0.95, 1e-9, 1e21, 60, 100, Number.POSITIVE_INFINITY, Number.NaN),
      fc.nat(),
      fc.double({ min: 0, noNaN: true }),
    )
    .map((value) => ({ kind: 'number', value: Math.abs(value) }));

  const matcher: fc.Arbitrary<Matcher> = fc
    .record({
      label: labelName,
      operator: fc.constantFrom('=', '!=', '=~', '!~'),
      value: fc.oneof(text, ...beyond(fc.constantFrom('$a', '${a}', '${a:regex}', '[[a]]', '$__range', 'x$a', '.*$a'))),
    })
    .map(({ label, operator, value: any }): Matcher => {
      const value = !everything && operator.endsWith('~') ? any.replaceAll(/[^\w\s]/g, '.') : any;
      const variable = variableName(value);
      return { label, operator, value, ...(variable === undefined ? {} : { variable }) };
    });
  const unquoted: fc.Arbitrary<Matcher> = fc
    .record({
      label: labelName,
      operator: fc.constantFrom('=', '!=', '=~', '!~'),
      value: fc.constantFrom('$a', '${a:regex}', 'x$a', '[[a]]$b'),
    })
    .map((parts) => {
      const variable = variableName(parts.value);
      return { ...parts, ...(variable === undefined ? {} : { variable }), unquoted: true };
    });
  const matchers = fc.array(fc.oneof({ weight: 8, arbitrary: matcher }, ...beyond(unquoted)), { maxLength: 3 });
  const verbatim = fc.array(fc.constantFrom('$filter', '${filter:raw}', '[[f]]$g'), { minLength: 1, maxLength: 2 });
  const special: fc.Arbitrary<Pick<SelectorNode, 'verbatim' | 'edges'>> = fc.oneof(
    { weight: 6, arbitrary: fc.constant({}) },
    ...beyond<Pick<SelectorNode, 'verbatim' | 'edges'>>(
      verbatim.map((whole) => ({ verbatim: whole })),
      fc.constantFrom({ edges: 'anchored' as const }, { edges: 'smoothed' as const }),
    ),
  );
  const selective: Matcher = { label: 'job', operator: '=', value: 'x' };
  const series: fc.Arbitrary<SelectorNode> = fc
    .record({ metric: fc.option(metricName, { nil: undefined }), matchers, special })
    .map(({ metric, matchers: any, special: more }) =>
      metric === undefined
        ? { kind: 'selector', matchers: [...any, selective], ...more }
        : { kind: 'selector', metric, matchers: any, ...more },
    );

  const at: fc.Arbitrary<NonNullable<TimeShift['at']>> = fc.oneof(
    fc.constantFrom<At>('start', 'end', 0, -5, 1.5),
    fc.nat(),
    ...beyond(fc.constantFrom({ verbatim: '$t' }, { verbatim: '-${t:raw}' }, { verbatim: '[[t]]' })),
  );
  const offset = fc
    .tuple(
      fc.boolean(),
      fc.oneof(plainDuration, ...beyond(fc.constantFrom('$offset', '${n}m', '300', '(5m*2)', 'step()'))),
    )
    .map(([back, by]) => (back ? `-${by}` : by));
  const shift: fc.Arbitrary<TimeShift> = fc.oneof(
    { weight: 4, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.record({ offset, at }, { requiredKeys: [] }) },
  );
  const shifted = <N extends Node>(node: fc.Arbitrary<N>): fc.Arbitrary<N> =>
    fc.tuple(node, shift).map(([plain, moved]) => ({ ...plain, ...moved }));
  const instant = shifted(series);
  const variableSeries: fc.Arbitrary<Node> = fc.constantFrom({ kind: 'selector', metric: '$metric', matchers: [] });

  const { vector, scalar, range } = fc.letrec<{ vector: Node; scalar: Node; range: Node; argument: Node }>((tie) => ({
    vector: fc.oneof(
      { maxDepth: 5, depthSize: 'medium', withCrossShrink: true },
      instant,
      vectorCall(),
      aggregate(tie('argument')),
      { weight: 2, arbitrary: vectorBinary(tie('vector'), tie('scalar')) },
      negated(tie('vector')),
      ...beyond(unknown(tie('vector'))),
    ),
    scalar: fc.oneof(
      { maxDepth: 4, depthSize: 'medium', withCrossShrink: true },
      number,
      ...beyond<Node>(
        fc.constantFrom<Node>(
          { kind: 'variable', name: 'quantile' },
          { kind: 'variable', name: 'q', verbatim: '0.$q' },
          { kind: 'variable', name: 'zeros', verbatim: '1${zeros}' },
          { kind: 'variable', name: 'n', verbatim: '[[n:raw]]' },
        ),
      ),
      fc.constantFrom<Node>({ kind: 'call', name: 'time', args: [] }, { kind: 'call', name: 'pi', args: [] }),
      scalarBinary(tie('scalar')),
      negated(tie('scalar')),
      tie('argument').map((argument): Node => ({ kind: 'call', name: 'scalar', args: [argument] })),
    ),
    range: fc.oneof(
      { maxDepth: 4, depthSize: 'medium', withCrossShrink: true },
      shifted(fc.tuple(series, duration).map(([selector, window]) => ({ ...selector, range: window }))),
      shifted(
        fc
          .record({ expr: tie('vector'), range: duration, step: fc.option(duration, { nil: undefined }) })
          .map(({ expr, range: over, step }) => ({
            kind: 'subquery' as const,
            expr,
            range: over,
            ...(step === undefined ? {} : { step }),
          })),
      ),
    ),
    argument: fc.oneof({ weight: 8, arbitrary: tie('vector') }, ...beyond(variableSeries)),
  }));

  /** What variables make of operands: `a $operator b`, `a $clause`. */
  function unknown(of: fc.Arbitrary<Node>): fc.Arbitrary<Node> {
    const operator = fc.constantFrom('$operator', '${op:raw}', '[[op]] bool', '$operator on (a) group_left ()');
    return fc.oneof(
      fc.tuple(operator, of, of).map(([name, ...args]): Node => ({ kind: 'call', name, args, written: 'between' })),
      fc
        .tuple(fc.constantFrom('$clause', '${clause:raw}', '[[clause]]'), of)
        .map(([name, ...args]): Node => ({ kind: 'call', name, args, written: 'behind' })),
    );
  }

  function vectorCall(): fc.Arbitrary<Node> {
    const arguments_: Readonly<Record<ArgumentType, fc.Arbitrary<Node>>> = {
      vector: fc.constant(null).chain(() => fc.oneof({ weight: 8, arbitrary: vector }, ...beyond(variableSeries))),
      scalar: fc.constant(null).chain(() => scalar),
      series: fc.constant(null).chain(() => range),
      string: text.map((value) => ({ kind: 'string', value })),
    };
    const known = Object.entries<FunctionFacts>(functionTable)
      .filter(
        ([name, facts]) =>
          facts.returns === 'vector' && name !== 'info' && (everything || !newerThan['Prometheus 2'].has(name)),
      )
      .map(([name, facts]) =>
        fc.tuple(...facts.args.map((type) => arguments_[type])).map((args): Node => ({ kind: 'call', name, args })),
      );
    const own = fc
      .constant(null)
      .chain(() => vector)
      .map((argument): Node => ({ kind: 'call', name: '$function', args: [argument] }));
    return fc.oneof(...known, ...beyond(own));
  }

  function aggregate(of: fc.Arbitrary<Node>): fc.Arbitrary<Node> {
    const names = Object.keys(aggregationTable).filter((name) => everything || !newerThan['Prometheus 2'].has(name));
    const grouping: fc.Arbitrary<Grouping> = fc.oneof(
      labels.map((by) => ({ by })),
      labels.map((without) => ({ without })),
    );
    const plain = fc.constantFrom(...names).chain((name) => {
      const facts: { readonly param?: 'scalar' | 'string' } = aggregationFacts(name) ?? {};
      const param = facts.param === 'scalar' ? scalar : fc.constant<Node>({ kind: 'string', value: 'value' });
      return fc.record({ expr: of, grouping: fc.option(grouping, { nil: undefined }), param }).map((parts): Node => ({
        kind: 'aggregate',
        name,
        ...(facts.param === undefined ? {} : { param: parts.param }),
        expr: parts.expr,
        ...(parts.grouping === undefined ? {} : { grouping: parts.grouping }),
      }));
    });
    const own = fc
      .record({ expr: of, grouping })
      .map((parts): Node => ({ kind: 'aggregate', name: '$aggregation', ...parts }));
    return fc.oneof({ weight: 10, arbitrary: plain }, ...beyond(own));
  }

  function vectorBinary(of: fc.Arbitrary<Node>, scalars: fc.Arbitrary<Node>): fc.Arbitrary<Node> {
    const matching: fc.Arbitrary<{ matching?: Matching; group?: GroupSide }> = fc.oneof(
      fc.constant({}),
      labels.map((on) => ({ matching: { on } })),
      fc.record({ ignoring: labels }).map((ignoring) => ({ matching: ignoring })),
      fc
        .record({
          names: fc.uniqueArray(labelName, { maxLength: 4 }),
          on: fc.boolean(),
          side: fc.constantFrom('left' as const, 'right' as const),
        })
        .map(({ names, on, side }) => ({
          matching: on ? { on: names.slice(0, 2) } : { ignoring: names.slice(0, 2) },
          group: { side, include: names.slice(2) },
        })),
    );
    const vectors = fc
      .record({
        operator: fc.constantFrom(...arithmetic, ...comparison),
        left: of,
        right: of,
        matched: matching,
        bool: fc.boolean(),
      })
      .map(({ operator, left, right, matched, bool }) => binary(operator, left, right, bool, matched));
    const trimmed = fc
      .record({ operator: fc.constantFrom(...trim), left: of, right: of, matched: matching })
      .map(({ operator, left, right, matched }) => binary(operator, left, right, false, matched));
    const amount = fc.constantFrom(0, -1, 0.5, Number.POSITIVE_INFINITY);
    const filled = fc
      .record({
        node: vectors,
        fill: fc.oneof(
          amount.map((both) => ({ left: both, right: both })),
          fc.record({ left: amount, right: amount }),
          fc.record({ right: amount }),
        ),
      })
      .map(({ node, fill }) => ({ ...node, fill }));
    const sets = fc
      .record({ operator: fc.constantFrom(...set), left: of, right: of, matched: matching })
      .map(({ operator, left, right, matched }) => {
        const { group: _, ...plain } = matched;
        return binary(operator, left, right, false, plain);
      });
    const mixed = fc
      .record({
        operator: fc.constantFrom(...arithmetic, ...comparison),
        left: of,
        right: scalars,
        swap: fc.boolean(),
        bool: fc.boolean(),
      })
      .map(({ operator, left, right, swap, bool }) =>
        swap ? binary(operator, right, left, bool) : binary(operator, left, right, bool),
      );
    return fc.oneof({ weight: 4, arbitrary: fc.oneof(vectors, sets, mixed) }, ...beyond<Node>(trimmed, filled));
  }

  return { vector, scalar, range };
}
