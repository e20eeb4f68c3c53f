const quoted = /"(?:[^"\\]|\\.)*"|`[^`]*`/gs;
const pipe = /\}\s*\|/;

/** True where a query is Loki's: it has a pipe behind its braces, which PromQL never has. */
export function isLogql(expr: string): boolean {
  return expr.includes('|') && pipe.test(expr.replaceAll(quoted, ''));
}
