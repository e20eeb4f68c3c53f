/** Where the blanks end that begin at a place. */
export function skipBlanks(text: string, from: number): number {
  let at = from;
  for (
    let code = text.charCodeAt(at);
    code === 32 || code === 10 || code === 13 || code === 9;
    code = text.charCodeAt(at)
  )
    at += 1;
  return at;
}

/** Where the string ends that begins with the quote at a place: behind the closing quote, or at the end of the text. */
export function skipString(text: string, from: number): number {
  for (let quote = text.indexOf('"', from + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let escapes = quote;
    while (text.charCodeAt(escapes - 1) === backslash && escapes - 1 > from) escapes -= 1;
    if ((quote - escapes) % 2 === 0) return quote + 1;
  }
  return text.length;
}

/** Where the value ends that begins at a place. Iterative, so that no nesting is too deep. */
export function skipValue(text: string, from: number): number {
  let depth = 0;
  let at = from;
  do {
    const code = text.charCodeAt(at);
    if (code === 34) at = skipString(text, at);
    else {
      if (isOpening(code)) depth += 1;
      else if (isClosing(code)) depth -= 1;
      at += 1;
    }
    if (depth === 0 && !isWithinScalar(text.charCodeAt(at))) return at;
  } while (at < text.length);
  return text.length;
}

/** Where objects and lists first stand more than `most` levels deep in each other; undefined where they never do. */
export function tooDeepAt(text: string, most: number): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 34) at = skipString(text, at) - 1;
    else if (isClosing(code)) depth -= 1;
    else if (isOpening(code)) {
      depth += 1;
      if (depth > most) return at;
    }
  }
  return undefined;
}

/**
 * Where the units of a string's value stand in the text: `offsets[i]` is the place of the unit `i`, and there is one
 * more for the end. Undefined where the string has no escapes, so that they stand side by side.
 *
 * @param from the opening quote
 * @param to behind the closing quote
 */
export function stringOffsets(text: string, from: number, to: number): Uint32Array | undefined {
  const escape = text.indexOf('\\', from);
  if (escape === -1 || escape >= to) return undefined;
  const offsets = new Uint32Array(to - from);
  let unit = 0;
  let at = from + 1;
  for (; at < to - 1; unit += 1) {
    offsets[unit] = at;
    if (text.charCodeAt(at) !== backslash) at += 1;
    else at += text[at + 1] === 'u' ? 6 : 2;
  }
  offsets[unit] = at;
  return offsets.subarray(0, unit + 1);
}

const backslash = 92;

function isOpening(code: number): boolean {
  return code === 123 || code === 91;
}

function isClosing(code: number): boolean {
  return code === 125 || code === 93;
}

/** True where a unit continues a number or a word such as `true`. */
function isWithinScalar(code: number): boolean {
  return (
    (code >= 48 && code <= 57) ||
    (code >= 97 && code <= 122) ||
    code === 43 ||
    code === 45 ||
    code === 46 ||
    code === 69
  );
}
