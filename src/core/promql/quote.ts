const needsEscape = /["\\\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/u;
const needsEscapes = new RegExp(needsEscape, 'gu');
const namedEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A double-quoted PromQL string. Half a surrogate pair, which UTF-8 cannot hold, becomes the replacement character. */
export function quote(text: string): string {
  return needsEscape.test(text) ? `"${text.replaceAll(needsEscapes, escape)}"` : `"${text}"`;
}

function escape(character: string): string {
  const named = namedEscapes[character];
  if (named !== undefined) return named;
  const code = character.codePointAt(0) ?? 0;
  return `\\u${(code >= 0xd800 && code <= 0xdfff ? 0xfffd : code).toString(16).padStart(4, '0')}`;
}

/** The text of a string literal, or the reason why it is not one, with the offset of the fault in the literal. */
export type Unquoted = { readonly value: string } | { readonly fault: string; readonly at: number };

const letters: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
};
const escapeSequence = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-3][0-7]{2})|([\s\S]?))/gu;

/**
 * Reads a PromQL string literal with its quotes: `"…"` and `'…'` with the escapes of Go, or raw between back quotes.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/basics/#string-literals
 */
export function unquote(literal: string): Unquoted {
  const mark = literal[0] ?? '';
  const body = literal.slice(1, -1);
  if (!isClosed(literal)) return { fault: 'a string that is not closed', at: 0 };
  if (mark === '`' || !body.includes('\\')) return { value: body };
  let value = '';
  let bytes: number[] = [];
  let end = 0;
  const flush = (upTo: number): void => {
    if (bytes.length > 0) value += new TextDecoder().decode(Uint8Array.from(bytes));
    bytes = [];
    value += body.slice(end, upTo);
  };
  for (const match of body.matchAll(escapeSequence)) {
    if (match.index > end || bytes.length === 0) flush(match.index);
    end = match.index + match[0].length;
    const [text, hex, short, long, octal, letter] = match;
    const code = hex ?? short ?? long;
    const number = code === undefined ? Number.parseInt(octal ?? '', 8) : Number.parseInt(code, 16);
    if (hex !== undefined || octal !== undefined) {
      bytes.push(number);
      continue;
    }
    flush(end);
    const plain = code === undefined ? letterOf(letter ?? '', mark) : characterOf(number);
    if (plain === undefined) return { fault: `the escape ${text}, which PromQL does not have`, at: match.index + 1 };
    value += plain;
  }
  flush(body.length);
  return { value };
}

/** True where a literal ends with the quote it begins with, and that quote is not escaped. */
export function isClosed(literal: string): boolean {
  const mark = literal[0];
  if (literal.length < 2 || literal.at(-1) !== mark) return false;
  return mark === '`' || (/\\*$/.exec(literal.slice(0, -1))?.[0].length ?? 0) % 2 === 0;
}

function letterOf(letter: string, mark: string): string | undefined {
  return letter === mark ? mark : letters[letter];
}

function characterOf(code: number): string | undefined {
  return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? undefined : String.fromCodePoint(code);
}
