import type { JsonPath, TextRange } from '../../document/json-path.js';

/** Where a member of an object, or an item of a list, stands in a JSON text. */
export interface JsonSpan {
  /** The value. */
  readonly value: TextRange;
  /** From the member's key, or the item, to behind its value. */
  readonly whole: TextRange;
  /** The object or list around it; of the document itself, undefined. */
  readonly around: TextRange | undefined;
}

/** Finds the value at a path; undefined where nothing stands there. */
export type FindSpan = (path: JsonPath) => JsonSpan | undefined;

type Members = ReadonlyMap<string | number, JsonSpan>;

/** Prepares to find values in a JSON text that parses. Each object and list is read once, when it is first asked for. */
export function createSpans(text: string): FindSpan {
  const start = skipSpace(text, 0);
  const whole = { from: start, to: text.trimEnd().length };
  const read = new Map<number, Members>();
  const membersOf = (around: TextRange): Members => {
    const before = read.get(around.from);
    if (before !== undefined) return before;
    const members = readMembers(text, around);
    read.set(around.from, members);
    return members;
  };
  return (path) => {
    let span: JsonSpan | undefined = { value: whole, whole, around: undefined };
    for (const step of path) {
      span = membersOf(span.value).get(step);
      if (span === undefined) return undefined;
    }
    return span;
  };
}

/** The members of an object by their names, or the items of a list by their places. */
function readMembers(text: string, around: TextRange): Members {
  const members = new Map<string | number, JsonSpan>();
  const opening = text[around.from];
  if (opening !== '{' && opening !== '[') return members;
  let at = skipSpace(text, around.from + 1);
  for (let index = 0; text[at] !== '}' && text[at] !== ']'; index += 1) {
    const whole = at;
    let name: string | number = index;
    if (opening === '{') {
      const end = skipValue(text, at);
      name = JSON.parse(text.slice(at, end)) as string;
      at = skipSpace(text, skipSpace(text, end) + 1); // over the colon
    }
    const to = skipValue(text, at);
    // Of two members with one name the last one counts, as in JSON.parse.
    members.set(name, { value: { from: at, to }, whole: { from: whole, to }, around });
    at = skipSpace(text, to);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return members;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
  return at;
}

/** The end of the value that begins at a place. */
function skipValue(text: string, from: number): number {
  let depth = 0;
  let at = from;
  while (at < text.length) {
    const char = text[at];
    if (char === '"') at = skipString(text, at);
    else {
      if (char === '{' || char === '[') depth += 1;
      else if (char === '}' || char === ']') {
        if (depth === 0) return at; // of a number or word at the end of what is around it
        depth -= 1;
      } else if (depth === 0 && (char === ',' || char === ':' || /\s/.test(char ?? ''))) return at;
      at += 1;
    }
    if (depth === 0 && (char === '"' || char === '}' || char === ']')) return at;
  }
  return at;
}

function skipString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}
