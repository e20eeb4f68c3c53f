/** Where a text stops being JSON. */
export interface JsonErrorPlace {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  readonly found: string;
}

const token = new RegExp(
  [
    /[\t\n\r ]+/,
    /(?<mark>[{}[\],:])/,
    /(?<text>"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")/,
    /(?<scalar>-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/,
  ]
    .map((part) => part.source)
    .join('|'),
  'y',
);

/**
 * Finds the first place where a text breaks JSON's grammar, because the engine's own message often has no position.
 * Undefined for valid JSON.
 */
export function locateJsonError(text: string): JsonErrorPlace | undefined {
  const open: string[] = [];
  let expected: Expected = 'value';
  let offset = 0;
  while (offset < text.length) {
    token.lastIndex = offset;
    const match = token.exec(text);
    if (match === null) return place(text, offset);
    const { mark, text: string, scalar } = match.groups as Readonly<Record<string, string | undefined>>;
    const kind = mark ?? (string === undefined ? scalar && 'scalar' : 'string');
    if (kind !== undefined) {
      const next = advance(expected, kind, open);
      if (next === undefined) return place(text, offset);
      expected = next;
    }
    offset = token.lastIndex;
  }
  return expected === 'end' ? undefined : place(text, text.length);
}

type Expected = 'value' | 'first item' | 'first key' | 'key' | 'colon' | 'comma' | 'end';

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

function place(text: string, offset: number): JsonErrorPlace {
  const before = text.slice(0, offset).split('\n');
  const found =
    offset === text.length ? 'the end of the file' : (/^.{1,20}/.exec(text.slice(offset))?.[0] ?? 'a line break');
  return { line: before.length, column: (before.at(-1) as string).length + 1, found };
}
