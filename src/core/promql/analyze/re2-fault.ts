/** The pieces of a pattern: escapes, classes, the beginnings of groups, counted repetitions, single characters. */
const token =
  /\\(?:x\{[0-9a-fA-F]+\}|[pP]\{\^?\w+\}|[pP]\w|Q[\s\S]*?(?:\\E|$)|[\s\S]?)|\[\^?\]?(?:\[:\^?\w+:\]|\\[\s\S]|[^\]\\])*\]?|\(\?[^:)]*[:)]?|\{\d+(?:,\d*)?\}|[\s\S]/gu;

/**
 * Why RE2, which Prometheus matches labels by, does not read a regular expression; undefined where it does, or where
 * that is not certain.
 * Source: https://github.com/google/re2/wiki/Syntax
 */
export function re2Fault(pattern: string): string | undefined {
  let script = '';
  for (const [piece] of pattern.matchAll(token)) {
    const fault = faultOf(piece);
    if (fault !== undefined) return fault;
    script += inJavaScript(piece);
  }
  try {
    RegExp(script);
    return undefined;
  } catch (error) {
    const reason = error instanceof SyntaxError ? /: ([^:]+)$/.exec(error.message)?.[1] : undefined;
    return reason === undefined ? 'it does not parse' : reason.toLowerCase();
  }
}

function faultOf(piece: string): string | undefined {
  if (/^\(\?<?[=!]/.test(piece))
    return `RE2 has no lookaround such as ${piece.slice(0, piece.startsWith('(?<') ? 4 : 3)}`;
  if (/^\\[1-9]$/.test(piece)) return `RE2 has no back reference such as ${piece}`;
  if (/^\\[^\W_]$/.test(piece) && !/^\\[aAbBCdDfnrsStvwWxzE0]$/.test(piece)) return `RE2 has no escape ${piece}`;
  const most = /^\{(\d+)(?:,(\d*))?\}$/.exec(piece);
  if (Math.max(Number(most?.[1] ?? 0), Number(most?.[2] ?? 0)) > 1000) return 'RE2 repeats at most 1000 times';
  return undefined;
}

/** A piece that JavaScript reads where RE2 reads the original. What it matches is another question. */
function inJavaScript(piece: string): string {
  if (piece === '^' || piece === '$' || /^\\[AbBz]$/.test(piece)) return '(?:)';
  if (piece.startsWith('(?')) return group(piece);
  if (piece.startsWith('\\') && piece !== '\\') return piece.startsWith('\\Q') && piece.length <= 4 ? '' : 'x';
  if (!piece.startsWith('[')) return piece;
  // A bracket that stands first in a class is one of its characters.
  const whole = piece
    .replace(/^(\[\^?)\]/, '$1x')
    .replaceAll(/\[:\^?\w+:\]|\\[\s\S]/g, 'x')
    .replaceAll(/(?<=^\[.*)\[/g, 'x');
  return whole;
}

function group(piece: string): string {
  if (/^\(\?[imsU]*(?:-[imsU]+)?\)$/.test(piece)) return '';
  if (/^\(\?[imsU]*(?:-[imsU]+)?:$/.test(piece)) return '(?:';
  // A named group ends before what is in it, which the piece may have taken along.
  return piece.replace(/^\(\?P?<\w+>/, '(');
}
