/** Makes of a text one that holds nothing else in memory. */
export type OwnText = (text: string) => string;

/**
 * Makes the function that copies texts which outlive a file: equal ones become one. V8 keeps a whole document for a
 * piece cut out of it, and every piece for what was put together of them.
 */
export function createOwnTexts(): OwnText {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const own = JSON.parse(JSON.stringify(text)) as string;
    known.set(own, own);
    return own;
  };
}
