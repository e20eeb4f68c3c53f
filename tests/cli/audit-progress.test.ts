import { expect, test } from 'vitest';
import { showProgress } from '../../src/cli/audit/progress.js';
import { printTable } from '../../src/cli/audit/table.js';

function output(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text), on: () => undefined };
}

test('on a terminal, one line says how far it is, and goes', () => {
  const terminal = output(true);
  const progress = showProgress(terminal, false);
  progress.heard.planned(2);
  progress.heard.asked();
  progress.end();
  expect(terminal.written.at(-2)).toMatch(/1 of 2 queries asked$/);
  expect(terminal.written.at(-1)).not.toContain('queries');
});

test.each([
  ['a file', output(false), false],
  ['a terminal that is to be quiet', output(true), true],
])('nothing is written to %s', (_what, stream, quiet) => {
  const progress = showProgress(stream, quiet);
  progress.heard.planned(1);
  progress.heard.asked();
  progress.end();
  expect(stream.written).toEqual([]);
});

test('numbers stand at the right, and their heading with them', () => {
  const rows = [
    ['name', 'queries', 'state'],
    ['a', 10, 'x'],
    ['long', undefined, 'y'],
  ];
  expect(printTable(rows)).toEqual(['name  queries  state', 'a          10  x', 'long        -  y']);
});
