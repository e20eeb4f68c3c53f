import { expect, test } from 'vitest';
import { showWaiting } from '../../src/cli/verify/show-waiting.js';

function output(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text), on: () => undefined };
}

const until = { clock: { now: () => 18_500, wait: async () => undefined }, until: 60_000 };

test('on a terminal, one line says what is waited for, and goes', () => {
  const terminal = output(true);
  const { heard, end } = showWaiting(terminal, false, until);
  heard.begin();
  heard.begin();
  heard.end();
  heard.end();
  end();
  const clear = '\r\u001B[2K';
  expect(terminal.written).toEqual([
    `${clear}1 check is not ready: waiting, 42 s at most`,
    `${clear}2 checks are not ready: waiting, 42 s at most`,
    `${clear}1 check is not ready: waiting, 42 s at most`,
    clear,
    clear,
  ]);
});

test.each([
  ['a file', output(false), false],
  ['a terminal that is to be quiet', output(true), true],
])('nothing is written to %s', (_what, stream, quiet) => {
  const { heard, end } = showWaiting(stream, quiet, until);
  heard.begin();
  heard.again();
  heard.end();
  end();
  expect(stream.written).toEqual([]);
});
