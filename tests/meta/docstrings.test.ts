import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from './tree.js';

/** The first line of each docstring of a source, with its line number. */
function firstLines(text: string): readonly (readonly [line: number, first: string])[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const [, own] = /^\s*\/\*\* ?(.*?)(?: ?\*\/)?$/.exec(line) ?? [];
    if (own === undefined) return [];
    return [[index + 1, own === '' ? (lines[index + 1] ?? '').replace(/^\s*\* ?/, '') : own]];
  });
}

/** True where a docstring speaks around the thing; a question at the head of a group of metrics is another matter. */
function isRoundabout(first: string): boolean {
  return /^(?:What|Whether)\b/.test(first) && !first.endsWith('?');
}

test('a docstring begins with the thing, not with “What …” or “Whether …”', () => {
  const files = readdirSync(join(repository, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const roundabout = files.flatMap((file) =>
    firstLines(readFileSync(join(repository, 'src', file), 'utf8')).flatMap(([line, first]) =>
      isRoundabout(first) ? [`src/${file}:${line} ${first}`] : [],
    ),
  );
  expect(files.length).toBeGreaterThan(0);
  expect(roundabout).toEqual([]);
});

test.each([
  ['/** Whether it is on. */', true],
  ['/**\n * What a query asks.\n */', true],
  ['/** What waits in the streams? */', false],
  ['/** Whatever comes. */', false],
  ['/** The options of a build. */', false],
])('%j', (text, expected) => {
  expect(firstLines(text).some(([, first]) => isRoundabout(first))).toBe(expected);
});
