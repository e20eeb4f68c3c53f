/** A regular expression of a Grafana variable that is not one. */
export interface BrokenRegex {
  readonly reason: string;
}

const delimited = /^\/([\s\S]*?)\/(g?i?m?y?s?)$/;

/**
 * Reads the regular expression of a variable as Grafana does: `/…/flags`, or a text that must match as a whole.
 * Source: `stringToJsRegex` in https://github.com/grafana/grafana/blob/main/packages/grafana-data/src/text/string.ts
 */
export function readGrafanaRegex(text: string): RegExp | BrokenRegex {
  const match = text.startsWith('/') ? delimited.exec(text) : null;
  if (text.startsWith('/') && match === null) return { reason: 'it begins with "/" and does not end with "/"' };
  try {
    return match === null
      ? new RegExp(`^${text}$`)
      : new RegExp(match[1] ?? '', (match[2] ?? '').replaceAll(/[gy]/g, ''));
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

/** The longest text that is matched, and the most steps that a match may need, roughly. */
const longest = 64;
const mostSteps = 3e5;

/**
 * True where an expression matches a text; undefined where finding out could take too long: nobody vouches for
 * expressions that others wrote.
 */
export function matches(regex: RegExp, text: string): boolean | undefined {
  if (text.length > longest || stepsOf(regex.source) > mostSteps) return undefined;
  return regex.test(text);
}

/** An upper bound of the ways in which a pattern can be tried, for texts of the greatest length. */
function stepsOf(pattern: string): number {
  if (pattern.length > 2000 || /\)[*+{?]/.test(pattern) || /\\\d/.test(pattern)) return Number.POSITIVE_INFINITY;
  const plain = pattern.replaceAll(/\\./g, 'x');
  const repeats = plain.match(/[*+{]/g)?.length ?? 0;
  const optional = plain.replaceAll(/\(\?|[*+}]\?/g, '').match(/\?/g)?.length ?? 0;
  const groups = plain.match(/\(/g)?.length ?? 0;
  const alternatives = plain.match(/\|/g)?.length ?? 0;
  return longest ** repeats * 2 ** optional * (1 + alternatives) ** (alternatives === 0 ? 0 : groups + 1);
}
