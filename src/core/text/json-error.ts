/** Where a text stops being JSON. */
export interface JsonError {
  /** In UTF-16 units, from 0. */
  readonly offset: number;
  /** The text there, in quotes: a string as it is written, up to 20 characters of it; or `the end of the text`. */
  readonly found: string;
}

/**
 * Finds the first place where a text breaks JSON's grammar, because the engine's own message often has no position.
 * Undefined for valid JSON.
 */
export function jsonErrorAt(text: string): JsonError | undefined {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = blanksEnd(text, 0);
  while (at < text.length) {
    const end = tokenEnd(text, at);
    if (end === undefined) return describe(text, faultInToken(text, at));
    const next = advance(expected, kindOf(text.charAt(at)), open);
    if (next === undefined) return describe(text, at);
    expected = next;
    at = blanksEnd(text, end);
  }
  return expected === 'end' ? undefined : describe(text, text.length);
}

type Expected = 'value' | 'first item' | 'first key' | 'key' | 'colon' | 'comma' | 'end';

const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)/y;

const blanks = /[\t\n\r ]*/y;

function blanksEnd(text: string, from: number): number {
  blanks.lastIndex = from;
  blanks.test(text);
  return blanks.lastIndex;
}

/** Where a token ends; undefined where there is none. */
function tokenEnd(text: string, at: number): number | undefined {
  const first = text.charAt(at);
  if ('{}[],:'.includes(first)) return at + 1;
  if (first === '"') {
    const fault = faultInString(text, at);
    return fault.closed ? fault.at + 1 : undefined;
  }
  scalar.lastIndex = at;
  return scalar.test(text) ? scalar.lastIndex : undefined;
}

function faultInToken(text: string, at: number): number {
  return text.charAt(at) === '"' ? faultInString(text, at).at : at;
}

const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Walks a string to its closing quote, or to what may not stand in it. */
function faultInString(text: string, from: number): { readonly at: number; readonly closed: boolean } {
  let at = from + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 34) return { at, closed: true };
    if (code < 32) break;
    if (code === 92) {
      escape.lastIndex = at;
      if (!escape.test(text)) break;
      at = escape.lastIndex;
    } else at += 1;
  }
  return { at, closed: false };
}

function kindOf(first: string): string {
  if ('{}[],:'.includes(first)) return first;
  return first === '"' ? 'string' : 'scalar';
}

/** The tokens that may follow; undefined where the token itself may not stand here. */
function advance(expected: Expected, kind: string, open: string[]): Expected | undefined {
  const closes = kind === '}' || kind === ']';
  if (closes && (expected === 'comma' || expected === (kind === ']' ? 'first item' : 'first key'))) {
    return open.pop() === kind ? afterValue(open) : undefined;
  }
  if (expected === 'comma') return kind !== ',' ? undefined : open.at(-1) === ']' ? 'value' : 'key';
  if (expected === 'colon') return kind === ':' ? 'value' : undefined;
  if (expected === 'key' || expected === 'first key') return kind === 'string' ? 'colon' : undefined;
  if (expected === 'end' || closes || kind === ',' || kind === ':') return undefined;
  if (kind === '{' || kind === '[') {
    open.push(kind === '{' ? '}' : ']');
    return kind === '{' ? 'first key' : 'first item';
  }
  return afterValue(open);
}

function afterValue(open: readonly string[]): Expected {
  return open.length === 0 ? 'end' : 'comma';
}

function describe(text: string, offset: number): JsonError {
  if (offset >= text.length) return { offset, found: 'the end of the text' };
  const word = /^(?:"[^"\r\n]{0,20}"?|\w{1,20}|[^\s\w])/.exec(text.slice(offset, offset + 40))?.[0];
  if (word?.startsWith('"') === true)
    return { offset, found: word.length > 1 && word.endsWith('"') ? word : `${word}…"` };
  return { offset, found: word === undefined ? 'a control character or line break' : JSON.stringify(word) };
}
