/**
 * Prints a document in which the last list is empty, as what stands before its items and what stands behind them: a
 * report of many findings is never in memory as one text.
 */
export function splitAtList(document: object): readonly [before: string, after: string] {
  const text = `${JSON.stringify(document, null, 2)}\n`;
  const place = text.lastIndexOf('[]') + 1;
  return [text.slice(0, place), text.slice(place)];
}

/**
 * Prints the items of a list one after the other, as `JSON.stringify(…, null, 2)` does.
 *
 * @param depth how many spaces the line is indented that the list begins in
 */
export function* printItems<Item>(
  items: readonly Item[],
  toJson: (item: Item) => object,
  depth: number,
): Generator<string> {
  const outside = `\n${' '.repeat(depth)}`;
  const inside = `${outside}  `;
  for (const [index, item] of items.entries()) {
    // A text in JSON has no line breaks of its own.
    yield `${index === 0 ? '' : ','}${inside}${JSON.stringify(toJson(item), null, 2).replaceAll('\n', inside)}`;
  }
  if (items.length > 0) yield outside;
}
