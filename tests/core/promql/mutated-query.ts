import fc from 'fast-check';
import { print } from '../../../src/core/promql/print.js';
import { expressions } from './arbitrary-node.js';

const known =
  '( ) [ ] { } , : - + ^ == = =~ ! % >=bool by (a) (a,) on ignoring group_left bool and OR BY Sum @ start() {} [5m] [5m:] ' +
  '[1h:1m] [5mm] [2h1d] 5 1e3 inf NaN 0x1f .5 0755 08 1e400 5offset x :a é x.y rate "s" `s` "\\d" " \\';
const pieces = [...known.split(' '), 'offset 5m', 'offset -5m', '@ 5', '@ end()', "'s'", '#c\n'];

/** What Prometheus 3 reads and 2.42 does not. */
export const newSyntax =
  /\d_\d|["'`]\s*(?:=|!|,|\)|\})|\[[\d.e_]+[\]:]|offset\s+-?[\d.e_]+(?![\d.e_]*[a-z])|\d[smhdwy]/;

/** Queries with one or two pieces lost, added or changed: most of them wrong. */
export const mutatedQuery: fc.Arbitrary<string> = fc
  .record({
    node: expressions('prometheus 2.42').vector,
    edits: fc.array(fc.record({ at: fc.nat(), remove: fc.nat({ max: 1 }), add: fc.constantFrom('', ...pieces) }), {
      minLength: 1,
      maxLength: 2,
    }),
  })
  .map(({ node, edits }) => {
    const words = print(node).match(/"(?:[^"\\]|\\.)*"|[\w:.]+|\s+|[=!<>]=|=~|!~|./gu) ?? [];
    for (const { at, remove, add } of edits) words.splice(at % (words.length + 1), remove, add);
    return words.join('');
  });
