import fc from 'fast-check';
import { aggregationTable, functionTable } from '../../../src/core/promql/functions.js';
import type { Node } from '../../../src/core/promql/node.js';
import { expressions } from './arbitrary-node.js';
import { arithmetic, comparison, negated, newerThan, set } from './arbitrary-parts.js';

/** Trees whose parts are of any type, right or wrong, in the dialect of Prometheus 2.42. */
export function untyped(): fc.Arbitrary<Node> {
  const typed = expressions('prometheus 2.42');
  const names = Object.keys(functionTable).filter((name) => !newerThan['Prometheus 2'].has(name));
  const aggregations = Object.keys(aggregationTable).filter((name) => !newerThan['Prometheus 2'].has(name));
  const labels = fc.constantFrom<readonly string[]>([], ['a'], ['b'], ['a', 'b']);
  const matching = fc.oneof(
    fc.constant({}),
    labels.map((on) => ({ matching: { on } })),
    labels.map((ignoring) => ({ matching: { ignoring } })),
    fc
      .record({ on: labels, include: labels, side: fc.constantFrom('left' as const, 'right' as const) })
      .map(({ on, include, side }) => ({
        matching: { on },
        group: { side, include },
      })),
  );
  return fc.letrec<{ any: Node }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 2, depthSize: 'max' },
      typed.vector,
      typed.scalar,
      typed.range,
      fc.constantFrom<Node>(
        { kind: 'string', value: 's' },
        { kind: 'selector', matchers: [] },
        { kind: 'selector', matchers: [{ label: 'a', operator: '=~', value: '.*' }] },
        { kind: 'selector', metric: 'x', matchers: [{ label: '__name__', operator: '=', value: 'y' }] },
      ),
      fc
        .record({ name: fc.constantFrom(...names), args: fc.array(tie('any'), { maxLength: 5 }) })
        .map((call): Node => ({ kind: 'call', ...call })),
      fc
        .record({
          name: fc.constantFrom(...aggregations),
          expr: tie('any'),
          param: fc.option(tie('any'), { nil: undefined }),
        })
        .map(({ param, ...rest }): Node => ({ kind: 'aggregate', ...rest, ...(param === undefined ? {} : { param }) })),
      fc
        .record({
          operator: fc.constantFrom(...arithmetic, ...comparison, ...set),
          left: tie('any'),
          right: tie('any'),
          bool: fc.boolean(),
          matching,
        })
        .map(({ operator, left, right, bool, matching: matched }): Node => ({
          kind: 'binary',
          operator,
          left,
          right,
          ...(bool ? { bool: true } : {}),
          ...matched,
        })),
      negated(tie('any')),
      tie('any').map((expr): Node => ({ kind: 'subquery', expr, range: '5m' })),
    ),
  })).any;
}
