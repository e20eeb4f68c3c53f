import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { repository } from './tree.js';

interface Circle {
  readonly rooms: readonly string[];
  readonly imports: readonly string[];
}

const { roomCircles }: { readonly roomCircles: (arrows: readonly (readonly [string, string])[]) => readonly Circle[] } =
  await import(pathToFileURL(join(repository, 'scripts/layers/rooms.mjs')).href);

/** What is drawn, and the circles that are told, each as its rooms. */
const cases: readonly (readonly [title: string, arrows: readonly (readonly [string, string])[], rooms: string[][]])[] =
  [
    [
      'two rooms that import each other, in different files',
      [
        ['src/core/audit/ask.ts', 'src/core/cause/find.ts'],
        ['src/core/cause/name.ts', 'src/core/audit/server.ts'],
      ],
      [['src/core/audit', 'src/core/cause', 'src/core/audit']],
    ],
    [
      'three rooms in a row that ends where it began',
      [
        ['src/core/a/1.ts', 'src/core/b/1.ts'],
        ['src/core/b/2.ts', 'src/core/c/1.ts'],
        ['src/core/c/2.ts', 'src/core/a/2.ts'],
      ],
      [['src/core/a', 'src/core/b', 'src/core/c', 'src/core/a']],
    ],
    [
      'inner rooms count for the room around them',
      [
        ['src/core/a/inner/1.ts', 'src/core/b/1.ts'],
        ['src/core/b/deep/2.ts', 'src/core/a/2.ts'],
      ],
      [['src/core/a', 'src/core/b', 'src/core/a']],
    ],
    [
      'a hall of the core that stands on an inner room and under it',
      [
        ['src/core/promql/parse.ts', 'src/core/promql/read/expression.ts'],
        ['src/core/promql/read/literal.ts', 'src/core/promql/node.ts'],
      ],
      [['src/core/promql', 'src/core/promql/read', 'src/core/promql']],
    ],
    [
      'a hall of content may: a file of rules lists alerts that read its labels',
      [
        ['src/rules/team/alerts.ts', 'src/rules/team/web/down.ts'],
        ['src/rules/team/web/down.ts', 'src/rules/team/labels.ts'],
      ],
      [],
    ],
    [
      'arrows within one room, and arrows one way',
      [
        ['src/core/a/1.ts', 'src/core/a/2.ts'],
        ['src/core/a/2.ts', 'src/core/b/1.ts'],
        ['src/core/a/2.ts', 'src/core/c/1.ts'],
        ['src/core/c/1.ts', 'src/core/b/1.ts'],
      ],
      [],
    ],
  ];

describe('circles of rooms', () => {
  test.each(cases)('%s', (_, arrows, rooms) => {
    expect(roomCircles(arrows).map((circle) => circle.rooms)).toEqual(rooms);
  });

  test('a circle names the imports that close it', () => {
    const circles = roomCircles([
      ['src/core/a/1.ts', 'src/core/b/1.ts'],
      ['src/core/b/1.ts', 'src/core/a/2.ts'],
    ]);
    expect(circles.map(({ imports }) => imports)).toEqual([
      ['src/core/a/1.ts → src/core/b/1.ts', 'src/core/b/1.ts → src/core/a/2.ts'],
    ]);
  });
});
