import type { Json } from '../../model/json.js';
import { jsonErrorAt } from '../../text/json-error.js';
import { tooDeepAt } from './json-text.js';
import { limits } from './limits.js';
import type { ReadProblemName } from './read-problem.js';

/** Why a text could not be read, and where. */
export interface TextFault {
  readonly problem: ReadProblemName;
  readonly message: string;
  readonly offset: number;
}

/** A value, or why there is none. */
export type Parsed = { readonly value: Json } | { readonly fault: TextFault };

/** Parses JSON that may be anything; nothing that comes back nests deeper than what a recursive function can take. */
export function parseJson(text: string): Parsed {
  const deep = tooDeepAt(text, limits.depth);
  if (deep !== undefined) return tooDeep(deep);
  try {
    return { value: JSON.parse(text) as Json };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { offset, found } = jsonErrorAt(text) ?? { offset: 0, found: 'this' };
    return { fault: { problem: 'not-json', message: `this is not JSON: ${found} is not expected here`, offset } };
  }
}

/** The fault of a text that nests too deep. */
export function tooDeep(offset: number): { readonly fault: TextFault } {
  const message = `objects and lists stand more than ${limits.depth} levels deep in each other, so nothing of this is read`;
  return { fault: { problem: 'too-deep', message, offset } };
}
