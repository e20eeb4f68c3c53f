/**
 * The names that came and went between two sets, as `+ a, − b`; undefined where they are the same.
 */
export function printSets(before: Iterable<string>, after: Iterable<string>): string | undefined {
  const [left, right] = [new Set(before), new Set(after)];
  const came = [...right].filter((name) => !left.has(name)).map((name) => `+ ${name}`);
  const went = [...left].filter((name) => !right.has(name)).map((name) => `− ${name}`);
  return came.length + went.length === 0 ? undefined : [...came, ...went].join(', ');
}
