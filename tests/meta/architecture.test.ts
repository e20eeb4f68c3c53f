import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { repository } from './tree.js';

interface Room {
  readonly from: readonly string[];
}

const page = readFileSync(join(repository, 'docs/architecture.md'), 'utf8');
const load = async <Module>(path: string): Promise<Module> => import(pathToFileURL(join(repository, path)).href);
const { ROOMS } = await load<{ readonly ROOMS: Readonly<Record<string, Room>> }>('.dependency-cruiser.mjs');
const { roomsPicture, withPicture } = await load<{
  readonly roomsPicture: (rooms: Readonly<Record<string, Room>>) => string;
  readonly withPicture: (page: string, rooms: Readonly<Record<string, Room>>) => string;
}>('scripts/layers/picture.mjs');

/** The paths that the tree on the page names, each with the folders around it. */
function namedPaths(): readonly string[] {
  const tree = page.split('```\n').find((part) => part.startsWith('src/\n')) ?? '';
  const around: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', names = ''] = /^( *)(\S+(?: {2}\S+\/)*)/.exec(line) ?? [];
    const depth = indent.length / 2;
    const own = names.split(/ +/).map((name) => name.replace(/<.*$/, '').replace(/\/$/, ''));
    around.length = depth;
    around[depth] = own[0] ?? '';
    return own.filter((name) => name !== '').map((name) => [...around.slice(0, depth), name].join('/'));
  });
}

describe('the page about the architecture', () => {
  test('names what there is', () => {
    expect(namedPaths().length).toBeGreaterThan(30);
    expect(namedPaths().filter((path) => !existsSync(join(repository, path)))).toEqual([]);
  });

  test('names every room of the core', () => {
    const files = readdirSync(join(repository, 'src/core'), { recursive: true, encoding: 'utf8' });
    const rooms = new Set(files.filter((file) => file.endsWith('.ts')).map((file) => `src/core/${dirname(file)}`));
    const named = new Set(namedPaths());
    const unnamed = [...rooms].filter((room) => !named.has(room) && !room.startsWith('src/core/lint/checks'));
    expect(unnamed).toEqual([]);
  });

  test('draws the rooms as they may stand on each other: node scripts/layers/picture.mjs', () => {
    expect(withPicture(page, ROOMS)).toBe(page);
  });
});

describe('the picture of rooms', () => {
  test('leaves out what another arrow implies, and the model', () => {
    const rooms = { top: { from: ['model', 'middle', 'low'] }, middle: { from: ['low'] }, low: { from: ['model'] } };
    expect(roomsPicture(rooms)).toBe('```mermaid\ngraph TD\n  low\n  middle --> low\n  top --> middle\n```');
  });
});

describe('what a room may import', () => {
  test('is what it does import: nothing is allowed that nobody needs', () => {
    const unused = Object.entries(ROOMS).flatMap(([room, { from }]) => {
      const folder = join(repository, 'src/core', room);
      const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(join(folder, file), 'utf8'))
        .join('\n');
      return from
        .filter((other) => !new RegExp(`'(?:\\.\\./)+${other}/`).test(texts))
        .map((other) => `${room} → ${other}`);
    });
    expect(unused).toEqual([]);
  });
});
