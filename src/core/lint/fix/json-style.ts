import type { Json } from '../../model/json.js';

/** How a JSON text is laid out: what is added to it is laid out alike. */
export interface JsonStyle {
  /** The indent of a level; undefined where everything stands in one line. */
  readonly indent: string | undefined;
  readonly lineEnd: '\n' | '\r\n';
}

/** Learns how a JSON text is laid out. */
export function jsonStyle(text: string): JsonStyle {
  const [, lineEnd = '\n', indent] = /^\s*[{[][ \t]*(\r?\n)([ \t]*)\S/.exec(text.slice(0, 1000)) ?? [];
  const isLaidOut = indent !== undefined && indent !== '';
  return { indent: isLaidOut ? indent : undefined, lineEnd: lineEnd === '\r\n' ? lineEnd : '\n' };
}

/**
 * Prints a value as the rest of the text is.
 *
 * @param around the white space at the start of the line in which the value stands
 */
export function printLike(value: Json, { indent, lineEnd }: JsonStyle, around: string): string {
  if (typeof value !== 'object' || value === null || indent === undefined) return JSON.stringify(value);
  return JSON.stringify(value, null, indent).replaceAll('\n', `${lineEnd}${around}`);
}

/** The white space at the start of the line in which a place stands. */
export function indentOf(text: string, at: number): string {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /^\s*/.exec(line)?.[0] ?? '';
}
