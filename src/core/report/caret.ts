/** How a line is shown. */
export interface CaretOptions {
  /** Longer lines are cut around the range, with … where something is missing. Default 100. */
  readonly width?: number;
  /** The text before both lines. Default nothing. */
  readonly indent?: string;
}

/**
 * The line of a text that a range begins in, and below it carets under the range, as far as it is in that line. Tabs stay
 * tabs in both lines, so that the carets stand right at any width of a tab.
 *
 * @param range in UTF-16 units of the text; what lies outside is brought inside
 * @example
 * printCaret('rate(up[5m])', { from: 5, to: 7 })
 * // rate(up[5m])
 * //      ^^
 */
export function printCaret(
  text: string,
  range: { readonly from: number; readonly to: number },
  options: CaretOptions = {},
): string {
  const { width = 100, indent = '' } = options;
  const from = Math.max(0, Math.min(range.from, text.length));
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const newline = text.indexOf('\n', from);
  const end = newline === -1 ? text.length : newline;
  const to = Math.max(from, Math.min(range.to, end));
  const [left, right] = cut({ start, from, to, end }, width);
  const before = `${left > start ? '…' : ''}${shown(text.slice(left, from))}`;
  const marked = shown(text.slice(from, Math.min(to, right)));
  const after = `${shown(text.slice(Math.min(to, right), right))}${right < end ? '…' : ''}`;
  const carets = '^'.repeat(Math.max(1, marked.replaceAll(/./gsu, '^').length));
  return `${indent}${before}${marked}${after}\n${indent}${before.replaceAll(/[^\t]/gu, ' ')}${carets}`;
}

interface Line {
  readonly start: number;
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/** The part of a line that is shown: the range with as much around it as there is room. */
function cut({ start, from, to, end }: Line, width: number): readonly [number, number] {
  if (end - start <= width) return [start, end];
  const room = Math.max(0, width - (to - from));
  const left = Math.max(start, Math.min(from - Math.floor(room / 2), end - width));
  return [left, Math.min(end, left + width)];
}

/** Line ends and other invisible characters would put the carets elsewhere. */
function shown(text: string): string {
  return text.replaceAll(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\ufeff]/gu, '·');
}
