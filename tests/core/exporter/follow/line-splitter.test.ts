import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLineSplitter, type LineSplitter } from '../../../../src/core/exporter/follow/line-splitter.js';

interface Read {
  readonly lines: readonly string[];
  readonly tooLong: number;
}

function read(use: (splitter: LineSplitter) => void, mostBytes = 1000): Read {
  const lines: string[] = [];
  let tooLong = 0;
  const sink = {
    line: (text: string) => void lines.push(text),
    tooLong: () => {
      tooLong += 1;
    },
  };
  use(createLineSplitter(sink, mostBytes));
  return { lines, tooLong };
}

const feed =
  (...chunks: readonly string[]) =>
  (splitter: LineSplitter) => {
    for (const chunk of chunks) splitter.feed(Buffer.from(chunk));
  };

test.each([
  ['lines', ['a\nb\n'], ['a', 'b']],
  ['a half line waits', ['a\nb'], ['a']],
  ['a line in three pieces', ['a', 'b', 'c\n'], ['abc']],
  ['CRLF', ['a\r\nb\r', '\n'], ['a', 'b']],
  ['a carriage return inside stays', ['a\rb\n'], ['a\rb']],
  ['blank lines', ['\n \n\r\na\n\n'], ['a']],
  ['a hole before a line', ['\0\0', '\0', '\0a\n\0b\n'], ['a', 'b']],
  ['NUL inside stays', ['a\0b\n'], ['a\0b']],
  ['a byte order mark', ['\uFEFFa\n'], ['a']],
])('%s', (_name, chunks, lines) => {
  expect(read(feed(...chunks))).toEqual({ lines, tooLong: 0 });
});

test('a line that is too long is counted and left out, and costs its neighbours nothing', () => {
  expect(read(feed('a\n', 'x'.repeat(6), 'x'.repeat(6), '\nb\n'), 10)).toEqual({ lines: ['a', 'b'], tooLong: 1 });
  expect(read(feed(`${'x'.repeat(10)}\n`), 10)).toEqual({ lines: ['x'.repeat(10)], tooLong: 0 });
  expect(read(feed(`${'x'.repeat(11)}\n`), 10)).toEqual({ lines: [], tooLong: 1 });
});

test('a hole counts as nothing towards the longest line', () => {
  expect(read(feed('\0'.repeat(50), `${'\0'.repeat(50)}a\n`), 10)).toEqual({ lines: ['a'], tooLong: 0 });
});

test('at the end, what is kept is a line', () => {
  const finished = read((splitter) => {
    feed('a\nb')(splitter);
    splitter.finish();
    splitter.finish();
  });
  expect(finished).toEqual({ lines: ['a', 'b'], tooLong: 0 });
});

const line = fc
  .string({ unit: fc.constantFrom('a', 'é', '💥', '"', '\\', '\r', ' '), minLength: 1, maxLength: 12 })
  .filter((text) => text.trim() !== '' && !text.endsWith('\r') && text.trimStart() === text);

test('any split of the bytes gives the same lines', () => {
  const pieces = fc.tuple(fc.array(line, { maxLength: 20 }), fc.constantFrom('\n', '\r\n'), fc.array(fc.nat(300)));
  fc.assert(
    fc.property(pieces, ([lines, end, cuts]) => {
      const bytes = Buffer.from(lines.map((each) => each + end).join(''));
      const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
      const found = read((splitter) => {
        for (const [index, from] of [0, ...places].entries()) splitter.feed(bytes.subarray(from, places[index]));
      });
      expect(found).toEqual({ lines, tooLong: 0 });
    }),
  );
});

describe('where a file is shortened under a half line', () => {
  const seam = (before: string, after: string): Read =>
    read((splitter) => {
      splitter.feed(Buffer.from(before));
      splitter.seam();
      splitter.feed(Buffer.from(after));
    });

  test.each([
    ['it goes on at the beginning', '{"n":1}\n{"n":', '2}\n{"n":3}\n', ['{"n":1}', '{"n":2}', '{"n":3}']],
    ['it was given up', '{"n":1}\n{"n":', '{"n":3}\n', ['{"n":1}', '{"n":', '{"n":3}']],
    ['only its end was missing', '{"n":1}\n{"n":2}', '\n{"n":3}\n', ['{"n":1}', '{"n":2}', '{"n":3}']],
    ['it was whole', '{"n":1}\n{"n":2}', '{"n":3}\n', ['{"n":1}', '{"n":2}', '{"n":3}']],
    ['nothing was kept', '{"n":1}\n', '{"n":2}\n', ['{"n":1}', '{"n":2}']],
  ])('%s', (_name, before, after, lines) => {
    expect(seam(before, after)).toEqual({ lines, tooLong: 0 });
  });

  test('in the middle of a character', () => {
    const bytes = Buffer.from('{"n":"💥"}\n');
    const found = read((splitter) => {
      splitter.feed(bytes.subarray(0, 8));
      splitter.seam();
      splitter.feed(bytes.subarray(8));
    });
    expect(found.lines).toEqual(['{"n":"💥"}']);
  });
});
