import fc from 'fast-check';
import { print } from '../../../src/core/promql/print.js';
import { expressions } from './arbitrary-node.js';

const known =
  '( ) [ ] { } , : - + ^ == = =~ ! % >=bool by (a) (a,) on ignoring group_left bool and OR BY Sum @ start() {} [5m] [5m:] ' +
  '[1h:1m] [5mm] [2h1d] 5 1e3 inf NaN 0x1f .5 0755 08 1e400 5offset x :a é x.y rate "s" `s` "\\d" " \\';
const pieces = [...known.split(' '), 'offset 5m', 'offset -5m', '@ 5', '@ end()', "'s'", '#c\n'];

const text = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`|#[^\n]*/g;
const duration = String.raw`\d+(?:ms|[smhdwy])`;
const plainOffset = new RegExp(String.raw`\boffset\s*-?\s*(?:${duration})+(?!\w)`, 'gi');
const plainDuration = new RegExp(String.raw`^\s*(?:${duration})*\s*$`);
const calculated = /^(?:[\s\d.+\-*/%^()]|ms|[smhdwy]|e|0x[\da-f]*|inf|nan)+$/i;
const commentInRange = /\[[^\]"'`]*#/;
const newPieces: readonly RegExp[] = [
  /\d_\d/,
  // Names in quotes.
  /\{[^{}()]*[{,]\s*"\s*[,}=!]|\{\s*"\s*[,}=!]/,
  /\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^()]*"/i,
  // Numbers for durations, and durations for numbers.
  /\boffset\s*[-+\s(]*[\d.]/i,
  /\boffset\s*\+/i,
  new RegExp(String.raw`${duration}(?!\w)`),
  // Functions without an `@` before them.
  /(?<!@\s*)\b(?:start|end|step|range)\s*\(/i,
];

/** True where Prometheus 3 may read what 2.42 does not. */
export function isNewSyntax(query: string): boolean {
  let isCalculated = false;
  const rest = query
    .replaceAll(text, (found) => (found.startsWith('#') ? ' ' : '"'))
    .replaceAll(plainOffset, ' offset ')
    .replaceAll(/\[([^[\]]*)\]/g, (_, inside: string) => {
      isCalculated ||= inside.split(':').some((part) => !plainDuration.test(part) && calculated.test(part));
      return '[]';
    });
  return isCalculated || commentInRange.test(query) || newPieces.some((piece) => piece.test(rest));
}

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
