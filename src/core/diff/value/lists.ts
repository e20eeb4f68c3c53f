/**
 * The names that came and went between two sets, as `+ a, − b`; undefined where they are the same.
 */
export function printSets(before: Iterable<string>, after: Iterable<string>): string | undefined {
  const [left, right] = [new Set(before), new Set(after)];
  const came = [...right].filter((name) => !left.has(name)).map((name) => `+ ${name}`);
  const went = [...left].filter((name) => !right.has(name)).map((name) => `− ${name}`);
  return came.length + went.length === 0 ? undefined : [...came, ...went].join(', ');
}

/** How many names are written out before the rest is counted. */
const mostNames = 4;

/** The first names in quotes, and how many more there are. */
export function nameFew(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).map((name) => JSON.stringify(name));
  const more = names.length - shown.length;
  return `${shown.join(', ')}${more === 0 ? '' : ` and ${more} more`}`;
}
