const safe = /^[A-Za-z0-9._-]*$/;
const unsafe = /[^A-Za-z0-9._-]/gu;

/**
 * A text as a label value: letters, digits, `.`, `_` and `-`; every other character is `_`, and what is longer is cut.
 *
 * @param longest in characters
 */
export function labelSafe(text: string, longest: number): string {
  const short = text.length > 2 * longest ? text.slice(0, 2 * longest) : text; // a character has at most two code units
  return (safe.test(short) ? short : short.replaceAll(unsafe, '_')).slice(0, longest);
}
