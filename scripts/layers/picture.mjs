// The picture of src/core in docs/architecture.md: its rooms, and which stands on which.
//
//   node scripts/layers/picture.mjs      writes it into the page
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const begin = '<!-- rooms -->';
const end = '<!-- /rooms -->';

/**
 * Rooms as a Mermaid diagram: an arrow leads to a room that is stood on, unless another arrow says so already. `model`,
 * on which every room stands, is left out.
 *
 * @param rooms by their names, what each may import: `from` in .dependency-cruiser.mjs
 */
export function roomsPicture(rooms) {
  const below = new Map(
    Object.entries(rooms).map(([name, { from }]) => [name, from.filter((each) => each !== 'model')]),
  );
  const reached = (name) => new Set((below.get(name) ?? []).flatMap((each) => [each, ...reached(each)]));
  const lines = [...below].flatMap(([name, direct]) => {
    const arrows = direct.filter((each) => !direct.some((other) => other !== each && reached(other).has(each)));
    return arrows.length === 0 ? [`  ${name}`] : arrows.map((each) => `  ${name} --> ${each}`);
  });
  return ['```mermaid', 'graph TD', ...lines.toSorted(byCodeUnit), '```'].join('\n');
}

function byCodeUnit(a, b) {
  return a < b ? -1 : 1;
}

/** A page with the picture in its place. */
export function withPicture(page, rooms) {
  const [head, rest] = page.split(begin);
  const tail = rest?.split(end)[1];
  if (tail === undefined) throw new Error(`the page has no place for the picture: ${begin} … ${end}`);
  return `${head}${begin}\n\n${roomsPicture(rooms)}\n\n${end}${tail}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { ROOMS } = await import('../../.dependency-cruiser.mjs');
  const path = resolve(import.meta.dirname, '../../docs/architecture.md');
  writeFileSync(path, withPicture(readFileSync(path, 'utf8'), ROOMS));
}
