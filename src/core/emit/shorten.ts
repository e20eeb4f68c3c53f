const room = 60;
const context = 20;

/**
 * Shortens two texts to about 60 characters around the first place where they differ; what is cut is marked with `…`.
 * Short texts come back unchanged.
 */
export function shortenPair(before: string, after: string): readonly [before: string, after: string] {
  const left = Array.from(before);
  const right = Array.from(after);
  let same = 0;
  while (same < left.length && left[same] === right[same]) same += 1;
  const start = Math.max(left.length, right.length) <= room ? 0 : Math.max(0, same - context);
  return [cut(left, start), cut(right, start)];
}

/** Shortens one text to about 60 characters. */
export function shorten(text: string): string {
  return cut(Array.from(text), 0);
}

function cut(characters: readonly string[], start: number): string {
  const end = start + room;
  return `${start > 0 ? '…' : ''}${characters.slice(start, end).join('')}${characters.length > end ? '…' : ''}`;
}
