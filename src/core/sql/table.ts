import type { NotLiteral } from '../model/literal.js';
import type { Problem, Refuse } from '../model/problem.js';
import type { ColumnType, TableFacts } from './node.js';
import { quoteName } from './quote.js';
import { sqlValue, type Column } from './value.js';

/** The columns of a table, by name. */
export type ColumnSpec = Readonly<Record<string, ColumnType>>;

/** A table and its columns. A query uses `table.columns.symbol`: a column that the table does not have cannot be written. */
export interface SqlTable<Name extends string, Spec extends ColumnSpec> {
  readonly kind: 'sql table';
  readonly facts: TableFacts & { readonly name: Name };
  readonly columns: { readonly [C in keyof Spec & string]: Column<Name, C, Spec[C]> };
}

/** Any table of a name. */
export interface TableNamed<Name extends string> {
  readonly kind: 'sql table';
  readonly facts: TableFacts & { readonly name: Name };
}

/** Refuses names that the compiler does not know. */
type ValidTable<Name extends string, Spec> = Refuse<
  [NotLiteral<Name>] extends [never]
    ? string extends keyof Spec
      ? Problem<'the columns of a table must be written out: queries are checked against them'>
      : never
    : Problem<'the name of a table must be written out: queries are checked against it'>
>;

/**
 * Declares a table of a PostgreSQL server, as far as queries need it.
 *
 * @param name lower case, `signals` or `public.signals`
 * @param columns by name, lower case; a list of texts where a column has those values and no other
 * @param options `assumed`: why it is not certain that the table is so; panels say it. Default: it is known
 *
 * @example
 * const signals = sql.table('signals', { created_at: 'timestamptz', symbol: 'text', signal_type: ['BUY', 'SELL'] });
 */
export function table<const Name extends string, const Spec extends ColumnSpec>(
  name: Name & ValidTable<Name, Spec>,
  columns: Spec,
  options: { readonly assumed?: string } = {},
): SqlTable<Name, Spec> {
  for (const each of [name, ...Object.keys(columns)]) quoteName(each);
  const { assumed } = options;
  return {
    kind: 'sql table',
    facts: { name, spec: columns, ...(assumed === undefined ? {} : { assumed }) },
    columns: Object.fromEntries(
      Object.keys(columns).map((column) => [column, sqlValue({ kind: 'column', table: name, name: column })]),
    ) as unknown as SqlTable<Name, Spec>['columns'],
  };
}
