import { describe, expect, test } from 'vitest';
import { readExposition } from '../../../src/core/exposition/read-exposition.js';

/** The lines of a page, with their labels as objects. */
function read(text: string): readonly unknown[] {
  return readExposition(text).map((line) =>
    line.kind === 'sample'
      ? {
          ...line,
          labels: Object.fromEntries(line.labels),
          ...(line.exemplar && { exemplar: { ...line.exemplar, labels: Object.fromEntries(line.exemplar.labels) } }),
        }
      : line,
  );
}

const sample = (name: string, labels: object, value: number, more: object = {}): object => ({
  kind: 'sample',
  name,
  labels,
  value,
  ...more,
});

describe('a line', () => {
  test.each<[line: string, read: object]>([
    ['a 1', sample('a', {}, 1)],
    ['a{} 1', sample('a', {}, 1)],
    ['\ta{ b = "c" , } 1', sample('a', { b: 'c' }, 1)],
    ['a:b{c="d",_e="f"} -1.5e-3', sample('a:b', { c: 'd', _e: 'f' }, -0.0015)],
    ['a +Inf', sample('a', {}, Number.POSITIVE_INFINITY)],
    ['a -inf', sample('a', {}, Number.NEGATIVE_INFINITY)],
    ['a NaN', sample('a', {}, Number.NaN)],
    ['a .5', sample('a', {}, 0.5)],
    ['a 1 1395066363000', sample('a', {}, 1, { timestamp: 1_395_066_363_000 })],
    ['a 1 -3.5', sample('a', {}, 1, { timestamp: -3.5 })],
    ['a 1\r', sample('a', {}, 1)],
    [String.raw`a{b="C:\\D \"x\"\n}{,"} 1`, sample('a', { b: 'C:\\D "x"\n}{,' }, 1)],
    ['{"a.b","c/d"="é",e="f"} 1', sample('a.b', { 'c/d': 'é', e: 'f' }, 1)],
    ['{e="f", "a.b"} 1', sample('a.b', { e: 'f' }, 1)],
    [
      'a_bucket{le="0.1"} 8 # {trace_id="K"} 0.07',
      sample('a_bucket', { le: '0.1' }, 8, { exemplar: { labels: { trace_id: 'K' }, value: 0.07 } }),
    ],
    [
      'a_total 8 1.5 # {} 0.07 1.25',
      sample('a_total', {}, 8, { timestamp: 1.5, exemplar: { labels: {}, value: 0.07, timestamp: 1.25 } }),
    ],
    ['# TYPE a counter', { kind: 'type', family: 'a', text: 'counter' }],
    ['#  TYPE\ta\thistogram ', { kind: 'type', family: 'a', text: 'histogram' }],
    ['# UNIT a_seconds seconds', { kind: 'unit', family: 'a_seconds', text: 'seconds' }],
    ['# TYPE "a.b" gauge', { kind: 'type', family: 'a.b', text: 'gauge' }],
    ['# HELP a', { kind: 'help', family: 'a', text: '' }],
    [
      String.raw`# HELP a One \\ two\nthree \"four\" \t.`,
      { kind: 'help', family: 'a', text: 'One \\ two\nthree "four" \\t.' },
    ],
  ])('%j', (line, expected) => {
    expect(read(line)).toEqual([expected]);
  });
});

test.each([
  [''],
  ['# a comment'],
  ['# HELP'],
  ['# HELP 1a b'],
  ['a'],
  ['a 1b'],
  ['a 1 2 3'],
  ['Error 404 Not Found'],
  ['<html> 1'],
  ['a{b} 1'],
  ['a{b=c} 1'],
  ['a{b="c" d="e"} 1'],
  ['a{b="c} 1'],
  ['a{,} 1'],
  ['a{"b"} 1'],
  ['{"a", "b"} 1'],
  ['{a="b"} 1'],
  ['a 1 # {b="c"}'],
])('no line of metrics: %j', (line) => {
  expect(read(line)).toEqual([]);
});

test('lines in order, until the end of the page', () => {
  const page = '# HELP a A.\n# TYPE a gauge\n\nnonsense\na 1\na{b="c"} 2\n# EOF\na 3\n';
  expect(read(page)).toEqual([
    { kind: 'help', family: 'a', text: 'A.' },
    { kind: 'type', family: 'a', text: 'gauge' },
    sample('a', {}, 1),
    sample('a', { b: 'c' }, 2),
  ]);
});
