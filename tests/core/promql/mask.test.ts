import { expect, test } from 'vitest';
import { mask } from '../../../src/core/promql/mask.js';

test.each([
  ['a{x="$y"}', 'a{x="$y"}', []],
  ['a # $x', 'a # $x', []],
  ['a[$w:${s}s] offset -$o', 'a[1s:1111s] offset -1s', ['$w duration', '${s}s duration', '$o duration']],
  [
    '$m[5m] + ${m}{x="1"} + $m offset 1h',
    'xx[5m] + xxxx{x="1"} + xx offset 1h',
    ['$m metric name', '${m} metric name', '$m metric name'],
  ],
  ['node_$x + $a$b', 'xxxxxxx + xxxx', ['node_$x metric name', '$a$b metric name']],
  [
    'sum by ($l, ${l:raw}) (a) > $t',
    'sum by (xx, xxxxxxxx) (a) > 11',
    ['$l label name', '${l:raw} label name', '$t number'],
  ],
  ['$agg by (x) (a) + $agg(a) by (x)', 'sum  by (x) (a) + sum (a) by (x)', ['$agg aggregation', '$agg aggregation']],
  ['$f($f(a), $q)', 'ln(ln(a), 11)', ['$f function', '$f function', '$q number']],
  [
    'a{$l="b", $m, c=$v, d=~${v}}',
    'a{xx="b", "", c="", d=~"xx"}',
    ['$l label name', '$m matcher', '$v label value', '${v} label value'],
  ],
  ['a @ $t offset 5m + a @ -$t', 'a @ 11 offset 5m + a @ -11', ['$t number', '$t number']],
  ['a $op b', 'a ==  b', ['$op operator']],
  ['sum $by (a$b) ${c}', 'sum     (xxx)     ', ['$by aside', 'a$b metric name', '${c} aside']],
  [
    'a{b="c"$f, $g d="e" $h i="j"}',
    'a{b="c"  ,    d="e" ,  i="j"}',
    ['$f aside', '$g aside', '$h aside, with a comma'],
  ],
  ['a{b $op "c"}', 'a{"xxxxxxx"}', ['b $op "c" matcher']],
  ['by_constructor + constructor', 'by_constructor + xxxxxxxxxxx', ['constructor metric name']],
] as const)('%s', (query, text, words) => {
  const masked = mask(query);
  expect(masked.text).toBe(text);
  expect(masked.text.length).toBe(query.length);
  expect(masked.words.map(({ from, to, position }) => `${query.slice(from, to)} ${position}`)).toEqual(words);
});
