import type { LiteralValue } from './node.js';

/** The names that PostgreSQL needs no quotes for, and cannot be mistaken for anything else within them. */
const plainName = /^[a-z_][a-z0-9_]{0,62}$/;

/**
 * The name of a table or column, quoted; of a table with its schema, both parts.
 *
 * @throws RangeError for a name with anything but lower-case letters, digits and `_`
 */
export function quoteName(name: string): string {
  const parts = name.split('.');
  if (parts.length > 2 || parts.some((part) => !plainName.test(part))) {
    throw new RangeError(
      `"${name}" is not a name of a table or column that is taken here: use lower-case letters, digits and _, at most 63`,
    );
  }
  return parts.map((part) => `"${part}"`).join('.');
}

/**
 * The name that a column of a result gets, quoted: viewers read it, so that it may have spaces.
 *
 * @throws RangeError for a name that Grafana would change, or that PostgreSQL would cut off
 */
export function quoteField(name: string): string {
  if (name.trim() === '' || new TextEncoder().encode(name).length > 63 || asksGrafana(name) || name.includes('\0')) {
    throw new RangeError(
      `"${name}" cannot name a column of a result: write 1 to 63 bytes, and no variable or macro of Grafana`,
    );
  }
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * A value as SQL writes it. Grafana fills in variables and macros wherever they stand, in quotes too.
 *
 * @throws RangeError for a text that Grafana would change, and for a number that SQL cannot write
 */
export function quoteLiteral(value: LiteralValue): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`${value} is not a number that a column is compared with`);
    return String(value);
  }
  if (asksGrafana(value) || value.includes('\0')) {
    throw new RangeError(
      `the text ${JSON.stringify(value)} would be changed before PostgreSQL reads it: use sql.isAmong() for a variable`,
    );
  }
  return `'${value.replaceAll("'", "''")}'`;
}

/** True where Grafana would fill something in: `$name`, `${name}`, `[[name]]`, or a macro. */
function asksGrafana(text: string): boolean {
  return /\$[\w{]|\[\[\w/.test(text);
}
