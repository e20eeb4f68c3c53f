import type { TableFacts } from '../../../src/core/sql/node.js';
import { quoteLiteral, quoteName } from '../../../src/core/sql/quote.js';

/** The statement that makes a table as a query takes it to be; a column of some texts takes no other. */
export function createTable({ name, spec }: TableFacts): string {
  const columns = Object.entries(spec).map(([column, type]) =>
    typeof type === 'string'
      ? `${quoteName(column)} ${type}`
      : `${quoteName(column)} text CHECK (${quoteName(column)} IN (${type.map(quoteLiteral).join(', ')}))`,
  );
  return `CREATE TABLE ${quoteName(name)} (${columns.join(', ')})`;
}
