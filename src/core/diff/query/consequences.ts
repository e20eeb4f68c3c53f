import { analyse } from '../../promql/problems/analyse.js';
import type { Lookup } from '../../promql/analyze/lookup.js';
import { windowsUsed } from '../../promql/analyze/windows.js';
import type { Node } from '../../promql/node.js';
import { printSets } from '../value/lists.js';
import { unitWords } from './unit-words.js';

/**
 * The consequences of another query, a line each: other series, labels, unit, windows, roles and variables. Says nothing of
 * what stays, or of what nobody knows.
 *
 * @param before undefined where there was none, or it does not parse
 */
export function consequences(before: Node | undefined, after: Node | undefined, lookup: Lookup): readonly string[] {
  if (before === undefined || after === undefined)
    return after === undefined && before !== undefined ? ['it does not parse any more'] : [];
  const [left, right] = [analyse(before, lookup), analyse(after, lookup)];
  const isKnown = !left.carried.others && !right.carried.others;
  const [unitBefore, unitAfter] = [unitWords(left.unit), unitWords(right.unit)];
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['series', printSets(left.series, right.series)],
    ['labels', isKnown ? printSets(left.carried.possible, right.carried.possible) : undefined],
    [
      'unit',
      unitBefore === undefined || unitAfter === undefined || unitBefore === unitAfter
        ? undefined
        : `${unitBefore} → ${unitAfter}`,
    ],
    ['windows', printSets(windows(before), windows(after))],
    ['asks', printSets(left.roles, right.roles)],
    ['variables', printSets(left.variables, right.variables)],
  ];
  return lines.flatMap(([name, text]) => (text === undefined ? [] : [`${name}: ${text}`]));
}

function windows(node: Node): readonly string[] {
  return windowsUsed(node).map(({ kind, text }) => (kind === 'range' ? text : `${kind} ${text}`));
}
