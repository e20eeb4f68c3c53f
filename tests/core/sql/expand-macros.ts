/** What Grafana knows when it sends a query to PostgreSQL. */
export interface Viewed {
  /** The time range, as RFC 3339 in UTC. */
  readonly from: string;
  readonly to: string;
  readonly intervalSeconds: number;
  /** What the viewer chose of variables, by their names. */
  readonly chosen?: Readonly<Record<string, readonly string[]>>;
}

/**
 * A query as PostgreSQL gets it: first the browser fills in variables, then Grafana's server the interval and its macros.
 *
 * @throws for a macro or a variable that is not filled in, as Grafana's server does
 */
export function expandMacros(sql: string, { from, to, intervalSeconds, chosen = {} }: Viewed): string {
  const filled = sql
    .replaceAll(/\$\{(\w+):sqlstring\}/g, (_, name: string) => {
      const values = chosen[name];
      if (values === undefined) throw new Error(`no value for the variable ${name}`);
      return values.map((value) => `'${value.replaceAll("'", "''")}'`).join(',');
    })
    .replaceAll('$__interval_ms', String(intervalSeconds * 1000))
    .replaceAll('$__interval', `${intervalSeconds}s`);
  return filled.replaceAll(/\$([_a-zA-Z0-9]+)\(([^)]*)\)/g, (_, name: string, list: string) => {
    const [column = '', interval = ''] = list.split(',').map((argument) => argument.trim());
    const seconds = Number(/^'?(\d+)s'?$/.exec(interval)?.[1]);
    switch (name) {
      case '__timeFilter':
        return `${column} BETWEEN '${from}' AND '${to}'`;
      case '__timeGroupAlias':
        return `floor(extract(epoch from ${column})/${seconds})*${seconds} AS "time"`;
      default:
        throw new Error(`unknown macro "${name}"`);
    }
  });
}
