import { hasVariable } from '../grafana-variable.js';
import type { Matcher } from '../node.js';

/** True where a matcher accepts a series without the label. A variable may hold anything. */
export function canBeEmpty(matcher: Matcher): boolean {
  return hasVariable(matcher.value) || (accepts(matcher, '') ?? true);
}

/** True where a matcher accepts a value; undefined where its regular expression is one that JavaScript cannot read. */
export function accepts({ operator, value }: Matcher, candidate: string): boolean | undefined {
  if (operator === '=') return candidate === value;
  if (operator === '!=') return candidate !== value;
  const matches = matchesPattern(value, candidate);
  return matches === undefined || operator === '=~' ? matches : !matches;
}

/** True where an RE2 expression, anchored at both ends as in a matcher, matches; undefined where it cannot be read. */
export function matchesPattern(pattern: string, candidate: string): boolean | undefined {
  try {
    const { source, flags } = withoutInlineFlags(pattern);
    return new RegExp(`^(?:${source})$`, `s${flags}`).test(candidate);
  } catch {
    return undefined;
  }
}

/**
 * The values that a pattern lists, where it is nothing but plain text between bars, such as `accept|reject`; undefined
 * for any other pattern.
 */
export function listedValues(pattern: string): readonly string[] | undefined {
  const inner = /^\^?(?:\((?:\?:)?([^()]*)\)|([^()]*?))\$?$/.exec(pattern);
  const list = inner?.[1] ?? inner?.[2];
  if (list === undefined) return undefined;
  const values = list.split('|').map(plainText);
  return values.every((value) => value !== undefined) ? values : undefined;
}

/** RE2 writes flags at the start of an expression, JavaScript beside it. */
function withoutInlineFlags(pattern: string): { readonly source: string; readonly flags: string } {
  const flags = /^\(\?([ims]+)\)/.exec(pattern);
  if (flags === null) return { source: pattern, flags: '' };
  return { source: pattern.slice(flags[0].length), flags: flags[1]?.includes('i') === true ? 'i' : '' };
}

/** The text that a piece of a pattern stands for, where it means only its own characters. */
function plainText(piece: string): string | undefined {
  if (/\\[\w]/.test(piece)) return undefined;
  const bare = piece.replaceAll(/\\(.)/gs, '');
  return /[.+*?()|[\]{}^$\\]/.test(bare) ? undefined : piece.replaceAll(/\\(.)/gs, '$1');
}
